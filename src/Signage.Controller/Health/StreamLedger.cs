using Signage.Core.Panels;
using Signage.Transports.Streaming;

namespace Signage.Controller.Health;

/// <summary>
/// How the streams of pictures of a site have gone, panel by panel. What a stream that has ended did stays in the sum, so that a count never falls.
/// Thread-safe.
/// </summary>
public sealed class StreamLedger
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, StreamSum> _past = new(StringComparer.Ordinal);
    private readonly List<(string Panel, Func<FrameReport> Report)> _running = [];

    /// <summary>The sums of all panels that are or were streamed to, by id.</summary>
    public IReadOnlyList<(string Panel, StreamSum Sum)> Now
    {
        get
        {
            lock (_lock)
            {
                return [.. _past.Select(past => (past.Key, _running.Where(stream => stream.Panel == past.Key).Aggregate(past.Value, (sum, stream) => sum.And(stream.Report()))))];
            }
        }
    }

    /// <summary>Counts a stream from now on.</summary>
    /// <param name="panel">The panel that is streamed to.</param>
    /// <param name="report">How the stream has gone so far; neither waits nor throws.</param>
    /// <returns>Dispose it when the stream has ended: what it did is kept, the stream is let go.</returns>
    public IDisposable Follow(PanelId panel, Func<FrameReport> report)
    {
        var stream = (panel.Value, report);
        lock (_lock)
        {
            _running.Add(stream);
            _past.TryAdd(panel.Value, default);
        }

        return new Following(this, stream);
    }

    private void End((string Panel, Func<FrameReport> Report) stream)
    {
        lock (_lock)
        {
            if (_running.Remove(stream))
            {
                _past[stream.Panel] = _past[stream.Panel].And(stream.Report());
            }
        }
    }

    private sealed class Following(StreamLedger ledger, (string Panel, Func<FrameReport> Report) stream) : IDisposable
    {
        public void Dispose() => ledger.End(stream);
    }
}

/// <summary>What one panel's streams did together.</summary>
/// <param name="Sent">Pictures that left.</param>
/// <param name="Dropped">Pictures whose moment had passed before anybody could paint them.</param>
/// <param name="Late">Pictures that left more than half a period after their moment.</param>
public readonly record struct StreamSum(long Sent, long Dropped, long Late)
{
    /// <summary>With what one more stream did.</summary>
    public StreamSum And(FrameReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new StreamSum(Sent + report.Sent, Dropped + report.Dropped, Late + report.Late);
    }
}
