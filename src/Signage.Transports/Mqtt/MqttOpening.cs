using MQTTnet;
using Signage.Core.Text;
using Signage.Transports.Links;

namespace Signage.Transports.Mqtt;

/// <summary>Opens links over a broker, within a deadline.</summary>
/// <param name="time">Counts deadlines.</param>
internal sealed class MqttOpening(TimeProvider time)
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(5);

    private readonly MqttClientFactory _factory = new();

    /// <summary>What is wrong with an endpoint.</summary>
    public static IEnumerable<string> Complaints(Uri endpoint, bool hasAddresses = true)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return MqttEndpoint.TryParse(endpoint, out var complaint, hasAddresses) is null ? [complaint] : [];
    }

    /// <summary>Opens a link.</summary>
    /// <exception cref="LinkException">It cannot be opened.</exception>
    public async ValueTask<IPanelLink> OpenAsync<TLink>(
        Uri endpoint, TimeSpan keepAlive, Func<IMqttClient, MqttEndpoint, string, TimeProvider, TLink> make, CancellationToken cancellationToken)
        where TLink : class, IMqttLink
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var place = MqttEndpoint.TryParse(endpoint, out var complaint) ?? throw new LinkException(complaint);
        var name = EndpointText.Of(endpoint);
        using var deadline = new CancellationTokenSource(ConnectWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var link = make(_factory.CreateMqttClient(), place, name, time);
        var open = false;
        try
        {
            await link.ConnectAsync(MqttSettings.Of(endpoint, place, keepAlive), either.Token).ConfigureAwait(false);
            open = true;
            return link;
        }
        catch (Exception failure) when (MqttSession.IsOfTheClient(failure))
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
