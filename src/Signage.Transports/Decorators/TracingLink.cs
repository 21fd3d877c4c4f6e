using System.IO.Pipelines;
using Signage.Transports.Links;

namespace Signage.Transports.Decorators;

/// <summary>Shows every byte that passes to somebody, unchanged. Owns the link inside.</summary>
public sealed class TracingLink : IByteLink
{
    private readonly IByteLink _link;
    private readonly Action<TracedPiece> _sink;
    private readonly TimeProvider _time;
    private readonly InputFeed _feed;
    private int _disposed;

    /// <summary>Starts listening in.</summary>
    /// <param name="link">The link to listen in on.</param>
    /// <param name="sink">Gets every piece; called from two tasks, one a direction, and must neither wait nor throw.</param>
    /// <param name="time">Dates the pieces.</param>
    public TracingLink(IByteLink link, Action<TracedPiece> sink, TimeProvider time)
    {
        _link = link;
        _sink = sink;
        _time = time;
        _feed = new InputFeed(ReadAsync);
    }

    /// <inheritdoc/>
    public PipeReader Input => _feed.Input;

    /// <inheritdoc/>
    public string WhyClosed => _link.WhyClosed;

    /// <inheritdoc/>
    public string? Refusal => _link.Refusal;

    /// <inheritdoc/>
    public ValueTask SendAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        _sink(new TracedPiece.Bytes(LinkDirection.Sent, _time.GetUtcNow(), packet.ToArray()));
        return _link.SendAsync(packet, cancellationToken);
    }

    /// <inheritdoc/>
    public TimeSpan LineTime(int bytes) => _link.LineTime(bytes);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _feed.StopAsync().ConfigureAwait(false);
        await _feed.Ended.ConfigureAwait(false);
        _feed.Dispose();
        await _link.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        var count = await PipeBytes.ReadAsync(_link.Input, target, cancellationToken).ConfigureAwait(false);
        if (count > 0)
        {
            _sink(new TracedPiece.Bytes(LinkDirection.Received, _time.GetUtcNow(), target[..count].ToArray()));
        }

        return count;
    }
}
