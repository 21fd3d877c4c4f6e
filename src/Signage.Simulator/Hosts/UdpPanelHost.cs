using System.Net;
using System.Net.Sockets;
using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Simulator.Cards;

namespace Signage.Simulator.Hosts;

/// <summary>A card that takes datagrams from anybody, and answers whoever asked.</summary>
internal sealed class UdpPanelHost : IPanelHost
{
    private const int LargestDatagram = 65_535;
    private const int ReceiveBuffer = 1 << 20;

    private readonly Socket _socket;
    private readonly IMessageCard _card;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _listening;
    private int _disposed;

    private UdpPanelHost(Socket socket, IMessageCard card)
    {
        (_socket, _card) = (socket, card);
        Endpoint = new Uri($"udp://{socket.LocalEndPoint}");
        _listening = ListenAsync(_stop.Token);
    }

    /// <inheritdoc />
    public Uri Endpoint { get; }

    /// <inheritdoc />
    public ISimulatedCard Card => _card;

    /// <inheritdoc />
    public Exception? Fault { get; private set; }

    /// <summary>Starts to listen.</summary>
    /// <exception cref="IOException">The port is taken, or the host is none of this machine.</exception>
    public static async Task<UdpPanelHost> StartAsync(Uri listen, IMessageCard card, CancellationToken cancellationToken)
    {
        Socket? socket = null;
        try
        {
            var address = await ListenAddress.OfAsync(listen.DnsSafeHost, cancellationToken).ConfigureAwait(false);
            socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = ReceiveBuffer };
            socket.Bind(new IPEndPoint(address, Math.Max(0, listen.Port)));
            return new UdpPanelHost(socket, card);
        }
        catch (SocketException taken)
        {
            socket?.Dispose();
            throw new IOException(Words.PortTaken.With(EndpointText.Of(listen), taken.SocketErrorCode), taken);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        _socket.Dispose();
        await _listening.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[LargestDatagram];
        var anybody = new IPEndPoint(_socket.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var heard = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, anybody, cancellationToken).ConfigureAwait(false);
                foreach (var answer in _card.OnMessage(new WireMessage.Datagrams([buffer.AsMemory(0, heard.ReceivedBytes).ToArray()])).OfType<WireAnswer.Datagram>())
                {
                    await _socket.SendToAsync(answer.Data, SocketFlags.None, heard.RemoteEndPoint, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (SocketException)
            {
                // Whoever asked has gone, or sent more than a datagram holds: the next one is heard all the same.
                continue;
            }
            catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
            {
                // The host is being disposed.
                return;
            }
            catch (Exception fault)
            {
                // Told, and the next datagram is heard all the same.
                Fault = HostFault.Tell(Endpoint, fault);
            }
        }
    }
}
