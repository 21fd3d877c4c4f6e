using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Transports.Mqtt;

/// <summary>Cards that speak MQTT themselves, on topics below a base: <c>mqtt://host:1883/awtrix_ab12cd</c>.</summary>
/// <param name="time">Counts deadlines.</param>
public sealed class MqttTopicsTransport(TimeProvider time) : IPanelTransport
{
    private readonly MqttOpening _opening = new(time);

    /// <inheritdoc/>
    public string Scheme => "mqtt";

    /// <inheritdoc/>
    public LinkShape Shape => LinkShape.Topics;

    /// <inheritdoc/>
    public IEnumerable<string> Validate(Uri endpoint) => MqttOpening.Complaints(endpoint, hasAddresses: false);

    /// <inheritdoc/>
    public ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken) =>
        _opening.OpenAsync(endpoint, MqttSettings.KeepAlive, (client, place, name, clock) => new MqttTopicsLink(client, place, name, clock), cancellationToken);
}
