using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Simulator.Cards;

namespace Signage.Simulator.Hosts;

/// <summary>Opens the link that an endpoint names and puts a card on it.</summary>
public static class PanelHosts
{
    /// <summary>
    /// Starts a host: <c>pty:?baud=57600</c> (or <c>pty:/tmp/link?baud=9600</c> with a symlink at that path), <c>tcp://127.0.0.1:0</c> (0 takes a free port),
    /// <c>mqtt://127.0.0.1:1883/base/topic</c> (dials the broker; a gateway takes bytes on <c>…/down</c> and answers on <c>…/up</c>, a native card has topics of its
    /// own), <c>udp://127.0.0.1:0</c> (with <c>?control=0</c> for a card that takes commands over http), <c>http://127.0.0.1:0</c>.
    /// </summary>
    /// <exception cref="IOException">The link cannot be opened (busy port, no pty, no broker, unknown scheme); the message is one clear line.</exception>
    public static async Task<IPanelHost> StartAsync(Uri listen, ISimulatedCard card, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listen);
        return (listen.Scheme, card) switch
        {
            ("pty", IByteCard wired) => PtyPanelHost.Start(listen, wired, time),
            ("tcp", IByteCard wired) => await TcpPanelHost.StartAsync(listen, wired, cancellationToken).ConfigureAwait(false),
            ("mqtt", IByteCard) => await MqttPanelHost.StartAsync(listen, card, time, cancellationToken).ConfigureAwait(false),
            ("mqtt", IMessageCard native) when Has(native, LinkShape.Topics) =>
                await MqttPanelHost.StartAsync(listen, card, time, cancellationToken).ConfigureAwait(false),
            ("udp", IMessageCard both) when Has(both, LinkShape.Datagram) && Has(both, LinkShape.Exchange) =>
                await TwoLinkPanelHost.StartAsync(listen, both, cancellationToken).ConfigureAwait(false),
            ("udp", IMessageCard datagrams) when Has(datagrams, LinkShape.Datagram) =>
                await UdpPanelHost.StartAsync(listen, datagrams, cancellationToken).ConfigureAwait(false),
            ("http", IMessageCard web) when Has(web, LinkShape.Exchange) =>
                await HttpPanelHost.StartAsync(listen, web, cancellationToken).ConfigureAwait(false),
            ("pty" or "tcp" or "mqtt" or "udp" or "http", _) => throw new IOException(Words.NotOnThisLink.With(EndpointText.Of(listen))),
            _ => throw new IOException(Words.NoSuchListening.With(EndpointText.Of(listen), listen.Scheme)),
        };
    }

    private static bool Has(IMessageCard card, LinkShape shape) => card.Shapes.Contains(shape);
}
