using System.Net;
using System.Net.Sockets;
using Signage.Core.Text;
using Signage.Simulator.Cards;

namespace Signage.Simulator.Hosts;

/// <summary>A card that listens on TCP. Like a real one it talks to one controller at a time: a newer connection takes the place of the older.</summary>
internal sealed class TcpPanelHost : IPanelHost
{
    private readonly TcpListener _listener;
    private readonly IByteCard _card;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    private int _disposed;

    private TcpPanelHost(TcpListener listener, IByteCard card)
    {
        _listener = listener;
        _card = card;
        var local = (IPEndPoint)listener.LocalEndpoint;
        Endpoint = new Uri($"tcp://{local}");
        _accepting = AcceptAsync(_stop.Token);
    }

    /// <inheritdoc />
    public Uri Endpoint { get; }

    /// <inheritdoc />
    public ISimulatedCard Card => _card;

    /// <summary>Starts to listen.</summary>
    /// <exception cref="IOException">The port is taken, or the host is none of this machine.</exception>
    public static async Task<TcpPanelHost> StartAsync(Uri listen, IByteCard card, CancellationToken cancellationToken)
    {
        TcpListener? listener = null;
        try
        {
            listener = new TcpListener(await ListenAddress.OfAsync(listen.DnsSafeHost, cancellationToken).ConfigureAwait(false), Math.Max(0, listen.Port));
            listener.Start();
        }
        catch (SocketException taken)
        {
            listener?.Dispose();
            throw new IOException(Words.PortTaken.With(listen, taken.SocketErrorCode), taken);
        }

        return new TcpPanelHost(listener, card);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _accepting.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task AcceptAsync(CancellationToken cancellationToken)
    {
        Task talk = Task.CompletedTask;
        Socket? current = null;
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                var next = await _listener.AcceptSocketAsync(cancellationToken).ConfigureAwait(false);
                current?.Dispose();
                await talk.ConfigureAwait(false);
                current = next;
                talk = TalkAsync(next, cancellationToken);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The host is being disposed; the last connection ends with it.
            current?.Dispose();
        }

        await talk.ConfigureAwait(false);
    }

    private async Task TalkAsync(Socket socket, CancellationToken cancellationToken)
    {
        var feed = new CardFeed(_card);
        var buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                var count = await socket.ReceiveAsync(buffer, cancellationToken).ConfigureAwait(false);
                if (count == 0)
                {
                    break;
                }

                var answer = feed.Take(buffer.AsSpan(0, count));
                if (answer.Length > 0)
                {
                    await socket.SendAsync(answer, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The controller hung up, or a newer one took its place: the card waits for the next.
            return;
        }
        finally
        {
            socket.Dispose();
        }
    }
}
