using System.Net.Sockets;
using System.Threading.Channels;
using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Transports.Udp;

/// <summary>
/// A socket that speaks to one card. Nothing says that a datagram came; a network that knows of nobody at the port says so with the next one, which
/// ends the link.
/// </summary>
internal sealed class UdpLink : IMessageLink
{
    private const int MostWaiting = 64;
    private const int LargestDatagram = 65_535;

    // A healthy cable takes a picture of the largest face in a fraction of this.
    private static readonly TimeSpan SendWithin = TimeSpan.FromSeconds(5);

    private readonly Socket _socket;
    private readonly string _name;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _receiving;
    private readonly Channel<WireAnswer> _heard = Channel.CreateBounded<WireAnswer>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    private SocketError _failure = SocketError.Success;
    private int _disposed;

    /// <param name="socket">Connected; owned from here on.</param>
    /// <param name="name">The endpoint, for people.</param>
    /// <param name="time">Counts deadlines.</param>
    public UdpLink(Socket socket, string name, TimeProvider time)
    {
        _socket = socket;
        _name = name;
        _time = time;
        _receiving = Task.Run(ReceiveAsync);
    }

    public LinkShape Shape => LinkShape.Datagram;

    public ChannelReader<WireAnswer> Input => _heard.Reader;

    public string WhyClosed => UdpRefusal.Explain(_name, _failure);

    public string? Refusal => _heard.Reader.Completion.IsCompleted && _failure is not (SocketError.Success or SocketError.OperationAborted) ? WhyClosed : null;

    public async ValueTask SendAsync(WireMessage message, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(SendWithin, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        foreach (var packet in ((WireMessage.Datagrams)message).Packets)
        {
            try
            {
                await _socket.SendAsync(packet, SocketFlags.None, either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
            {
                throw new LinkException(Words.UdpTakesNoMore.With(_name), failure);
            }
            catch (SocketException failure)
            {
                throw new LinkException(UdpRefusal.Explain(_name, failure.SocketErrorCode), failure);
            }
            catch (ObjectDisposedException failure)
            {
                throw new LinkException(Words.NearEndClosed, failure);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        _socket.Dispose();
        await _receiving.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[LargestDatagram];
        try
        {
            while (true)
            {
                var count = await _socket.ReceiveAsync(buffer, SocketFlags.None, _stop.Token).ConfigureAwait(false);
                _heard.Writer.TryWrite(new WireAnswer.Datagram(buffer.AsMemory(0, count).ToArray()));
            }
        }
        catch (SocketException failure)
        {
            // The network's word that nobody listens there; the reason stands beside the completed channel.
            _failure = failure.SocketErrorCode;
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            _failure = SocketError.OperationAborted;
        }
        finally
        {
            _heard.Writer.TryComplete();
        }
    }
}
