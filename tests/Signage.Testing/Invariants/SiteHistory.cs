using System.Collections.Immutable;

namespace Signage.Testing.Invariants;

/// <summary>Everything that a test saw of a site, in the order in which it was recorded. Thread-safe: wires, cards and the test write at once.</summary>
/// <param name="lineTime">The clock of waiting.</param>
/// <param name="siteTime">The clock that decides.</param>
public sealed class SiteHistory(TimeProvider lineTime, TimeProvider siteTime)
{
    private readonly Lock _lock = new();
    private readonly long _began = lineTime.GetTimestamp();
    private ImmutableList<SiteEvent> _events = [];

    /// <summary>
    /// How much line time a site is given to notice that site time has moved on; beyond it every packet counts as late. One second on a clock in the
    /// test's hands; more on the real clock of a machine that other work shares.
    /// </summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What was recorded so far.</summary>
    public IReadOnlyList<SiteEvent> Events
    {
        get
        {
            lock (_lock)
            {
                return _events;
            }
        }
    }

    /// <summary>The number that the next event will have or exceed.</summary>
    public int Next
    {
        get
        {
            lock (_lock)
            {
                return _events.Count;
            }
        }
    }

    /// <summary>Records an event.</summary>
    /// <param name="make">Makes it for the moment at which it is recorded.</param>
    public void Add(Func<Moment, SiteEvent> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        lock (_lock)
        {
            _events = _events.Add(make(new Moment(_events.Count, lineTime.GetElapsedTime(_began), siteTime.GetUtcNow())));
        }
    }

    /// <summary>The last events, for a message.</summary>
    public string Tail(int most = 12) => string.Join(Environment.NewLine, Events.TakeLast(most));
}
