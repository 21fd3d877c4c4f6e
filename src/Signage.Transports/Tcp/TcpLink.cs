using System.IO.Pipelines;
using System.Net.Sockets;
using Signage.Core.Text;
using Signage.Transports.Links;

namespace Signage.Transports.Tcp;

/// <summary>An open connection to a card.</summary>
internal sealed class TcpLink : IByteLink
{
    private static readonly TimeSpan SendWithin = TimeSpan.FromSeconds(5);

    private readonly NetworkStream _stream;
    private readonly string _name;
    private readonly TimeProvider _time;
    private readonly InputFeed _feed;
    private int _disposed;

    public TcpLink(Socket socket, string name, TimeProvider time)
    {
        _stream = new NetworkStream(socket, ownsSocket: true);
        _name = name;
        _time = time;
        _feed = new InputFeed(_stream.ReadAsync);
    }

    public PipeReader Input => _feed.Input;

    // Cheap cards take one connection and drop the older one; a reset or a time-out is another matter.
    public string WhyClosed => _feed.Failure is null ? Words.TcpHungUp.With(_name) : Broken;

    private string Broken => Words.TcpBroke.With(_name);

    public async ValueTask SendAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(SendWithin, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await _stream.WriteAsync(packet, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LinkException(Words.TcpTakesNoMore.With(_name), failure);
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            throw new LinkException(Broken, failure);
        }
    }

    public TimeSpan LineTime(int bytes) => TimeSpan.Zero;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _feed.StopAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
        await _feed.Ended.ConfigureAwait(false);
        _feed.Dispose();
    }
}
