using System.IO.Pipelines;
using Signage.Transports.Links;

namespace Signage.Transports.Loopback;

/// <summary>One end of a wire inside this process: what one end sends comes in at the other.</summary>
public sealed class LoopbackLink : IByteLink
{
    private readonly PipeReader _input;
    private readonly PipeWriter _output;
    private readonly int _baud;
    private int _disposed;

    private LoopbackLink(PipeReader input, PipeWriter output, int baud)
    {
        _input = input;
        _output = output;
        _baud = baud;
    }

    /// <inheritdoc/>
    public PipeReader Input => _input;

    /// <inheritdoc/>
    public string WhyClosed => Words.FarEndClosed;

    /// <summary>Makes both ends of a wire. Closing one end completes the input of the other.</summary>
    /// <param name="baud">The speed that the line claims; 0 is a line without line time. Bytes are not held back: the far end paces itself.</param>
    public static (LoopbackLink Near, LoopbackLink Far) CreatePair(int baud = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(baud);
        var down = new Pipe();
        var up = new Pipe();
        return (new LoopbackLink(up.Reader, down.Writer, baud), new LoopbackLink(down.Reader, up.Writer, baud));
    }

    /// <inheritdoc/>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _disposed) != 0)
        {
            throw new LinkException(Words.NearEndClosed);
        }

        var flush = await _output.WriteAsync(packet, cancellationToken).ConfigureAwait(false);
        if (flush.IsCompleted)
        {
            throw new LinkException(Words.FarEndClosed);
        }
    }

    /// <inheritdoc/>
    public TimeSpan LineTime(int bytes) => _baud == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(bytes * 10.0 / _baud);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _output.CompleteAsync().ConfigureAwait(false);
            await _input.CompleteAsync().ConfigureAwait(false);
        }
    }
}
