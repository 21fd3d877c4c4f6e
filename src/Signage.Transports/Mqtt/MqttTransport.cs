using MQTTnet;
using Signage.Core.Text;
using Signage.Transports.Links;

namespace Signage.Transports.Mqtt;

/// <summary>Cards behind a gateway that carries their bytes unchanged over MQTT 5: <c>mqtt://host:1883/base/topic</c>.</summary>
/// <param name="time">Counts deadlines.</param>
public sealed class MqttTransport(TimeProvider time) : IPanelTransport
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(5);

    private readonly MqttClientFactory _factory = new();

    /// <inheritdoc/>
    public string Scheme => "mqtt";

    /// <summary>Counted by the client library, on the real clock.</summary>
    internal TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public IEnumerable<string> Validate(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return MqttEndpoint.TryParse(endpoint, out var complaint) is null ? [complaint] : [];
    }

    /// <inheritdoc/>
    public async ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var place = MqttEndpoint.TryParse(endpoint, out var complaint) ?? throw new LinkException(complaint);
        var name = EndpointText.Of(endpoint);
        using var deadline = new CancellationTokenSource(ConnectWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var link = new MqttLink(_factory.CreateMqttClient(), place, name, time);
        var open = false;
        try
        {
            await link.ConnectAsync(MqttSettings.Of(endpoint, place, KeepAlive), either.Token).ConfigureAwait(false);
            open = true;
            return link;
        }
        catch (Exception failure) when (MqttLink.IsOfTheClient(failure))
        {
            // The client library reports a cancelled token as any kind of failure.
            cancellationToken.ThrowIfCancellationRequested();
            throw deadline.IsCancellationRequested
                ? new LinkException(Words.MqttSilent.With(name, ConnectWithin.TotalSeconds), failure)
                : new LinkException(MqttRefusal.Explain(name, failure), failure);
        }
        finally
        {
            if (!open)
            {
                await link.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
