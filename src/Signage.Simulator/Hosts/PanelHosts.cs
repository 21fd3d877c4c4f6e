using Signage.Core.Text;
using Signage.Simulator.Cards;

namespace Signage.Simulator.Hosts;

/// <summary>Opens the link that an endpoint names and puts a card on it.</summary>
public static class PanelHosts
{
    /// <summary>
    /// Starts a host: <c>pty:?baud=57600</c> (or <c>pty:/tmp/link?baud=9600</c> with a symlink at that path), <c>tcp://127.0.0.1:0</c> (0 takes a free port),
    /// <c>mqtt://127.0.0.1:1883/base/topic</c> (dials the broker, bytes down on <c>…/down</c>, up on <c>…/up</c>).
    /// </summary>
    /// <exception cref="IOException">The link cannot be opened (busy port, no pty, no broker, unknown scheme); the message is one clear line.</exception>
    public static async Task<IPanelHost> StartAsync(Uri listen, ISimulatedCard card, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listen);
        return listen.Scheme switch
        {
            "pty" => PtyPanelHost.Start(listen, card, time),
            "tcp" => await TcpPanelHost.StartAsync(listen, card, cancellationToken).ConfigureAwait(false),
            "mqtt" => await MqttPanelHost.StartAsync(listen, card, time, cancellationToken).ConfigureAwait(false),
            _ => throw new IOException(Words.NoSuchListening.With(EndpointText.Of(listen), listen.Scheme)),
        };
    }
}
