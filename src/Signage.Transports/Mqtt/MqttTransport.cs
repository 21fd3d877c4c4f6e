using Signage.Transports.Links;

namespace Signage.Transports.Mqtt;

/// <summary>Cards behind a gateway that carries their bytes unchanged over MQTT 5: <c>mqtt://host:1883/base/topic</c>.</summary>
/// <param name="time">Counts deadlines.</param>
public sealed class MqttTransport(TimeProvider time) : IPanelTransport
{
    private readonly MqttOpening _opening = new(time);

    /// <inheritdoc/>
    public string Scheme => "mqtt";

    /// <summary>Counted by the client library, on the real clock.</summary>
    internal TimeSpan KeepAlive { get; init; } = MqttSettings.KeepAlive;

    /// <inheritdoc/>
    public IEnumerable<string> Validate(Uri endpoint) => MqttOpening.Complaints(endpoint);

    /// <inheritdoc/>
    public ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken) =>
        _opening.OpenAsync(endpoint, KeepAlive, (client, place, name, clock) => new MqttLink(client, place, name, clock), cancellationToken);
}
