using System.Threading.Channels;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Transports.Loopback;

/// <summary>The controller's end of a link with messages inside this process: what is sent comes in at the <see cref="LoopbackCardEnd"/>, and the other way.</summary>
public sealed class LoopbackMessageLink : IMessageLink
{
    // As on the real links: of what nobody reads the oldest is dropped.
    private const int MostWaiting = 64;

    private readonly Channel<WireMessage> _down;
    private readonly Channel<WireAnswer> _up;
    private int _disposed;

    private LoopbackMessageLink(LinkShape shape, Channel<WireMessage> down, Channel<WireAnswer> up) => (Shape, _down, _up) = (shape, down, up);

    /// <inheritdoc/>
    public LinkShape Shape { get; }

    /// <inheritdoc/>
    public ChannelReader<WireAnswer> Input => _up.Reader;

    /// <inheritdoc/>
    public string WhyClosed => Words.FarEndClosed;

    /// <summary>Makes both ends. Closing one of them completes the input of the other.</summary>
    /// <param name="shape">What the link carries; no stream.</param>
    public static (LoopbackMessageLink Near, LoopbackCardEnd Far) CreatePair(LinkShape shape)
    {
        if (shape == LinkShape.Stream)
        {
            throw new ArgumentException($"A stream has no messages; {nameof(LoopbackLink)} carries one.", nameof(shape));
        }

        var down = Channel.CreateUnbounded<WireMessage>();
        var up = Channel.CreateBounded<WireAnswer>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        return (new LoopbackMessageLink(shape, down, up), new LoopbackCardEnd(down, up));
    }

    /// <inheritdoc/>
    public ValueTask SendAsync(WireMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Volatile.Read(ref _disposed) != 0)
        {
            throw new LinkException(Words.NearEndClosed);
        }

        while (Shape == LinkShape.Exchange && _up.Reader.TryRead(out _))
        {
            // A reply answers the last request alone.
        }

        return _down.Writer.TryWrite(message) ? ValueTask.CompletedTask : throw new LinkException(Words.FarEndClosed);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _down.Writer.TryComplete();
            _up.Writer.TryComplete();
        }

        return ValueTask.CompletedTask;
    }
}
