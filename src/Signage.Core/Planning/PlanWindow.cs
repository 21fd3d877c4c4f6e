using System.Collections.Concurrent;
using Signage.Core.Panels;

namespace Signage.Core.Planning;

/// <summary>
/// Which slots of a plan are open when over some days, worked out at once, so that decisions and the next change are looked up. It says the same as
/// <see cref="Arbiter.Decide"/>. Immutable.
/// </summary>
public sealed class PlanWindow
{
    // Days of times: what a window may cost to make (some 20 milliseconds).
    private const int Budget = 20_000;
    private const int LeastDays = 2;
    private const int MostDays = 40;

    // So many different times are looked for beyond the end, once in a window; with more of them the end itself is told.
    private const int MostBeyond = 200;
    private readonly IReadOnlyList<OpenSpan>[] _spans;
    private readonly long[] _changes;

    // What lies beyond the end is asked seldom, and then again and again.
    private readonly ConcurrentDictionary<int, EdgeAhead?> _beyond = new();

    private PlanWindow(PlanIndex index, DateTimeOffset from, DateTimeOffset until)
    {
        (Index, From, Until) = (index, from, until);
        var days = new WindowDays(index.Plan, from, until);
        _spans = [.. index.Times.Select(time => OpenTimes.Of(time, days))];
        _changes = Changes(_spans, from.UtcTicks, until.UtcTicks);
    }

    /// <summary>The plan it looks at.</summary>
    public PlanIndex Index { get; }

    /// <summary>The first instant that it knows of.</summary>
    public DateTimeOffset From { get; }

    /// <summary>The first instant that it does not know of.</summary>
    public DateTimeOffset Until { get; }

    /// <summary>The window over a stretch of time.</summary>
    /// <param name="index">The plan.</param>
    /// <param name="from">The first instant inside.</param>
    /// <param name="until">The first instant outside, not before <paramref name="from"/>.</param>
    public static PlanWindow Over(PlanIndex index, DateTimeOffset from, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentOutOfRangeException.ThrowIfLessThan(until, from);
        return new PlanWindow(index, from, until);
    }

    /// <summary>A window from an instant on, as long as it can be made quickly: 2 to 40 days, by the number of different times.</summary>
    public static PlanWindow Ahead(PlanIndex index, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(index);
        var days = TimeSpan.FromDays(Math.Clamp(Budget / Math.Max(1, index.Times.Count), LeastDays, MostDays));
        return new PlanWindow(index, instant, instant.UtcTicks > DateTimeOffset.MaxValue.UtcTicks - days.Ticks ? DateTimeOffset.MaxValue : instant + days);
    }

    /// <summary>True when an instant lies inside.</summary>
    public bool Has(DateTimeOffset instant) => instant >= From && instant < Until;

    /// <summary>The first instant after the given one at which any slot opens or closes; the end of the window when none does inside; null when that is the end of all time.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset instant) => Next(_changes, instant.UtcTicks) is { } tick ? At(tick) : End;

    /// <summary>Decides what a panel shows at an instant inside.</summary>
    public Decision Decide(DateTimeOffset instant, PanelId panel)
    {
        var (open, until) = Open(instant, panel);
        return Arbiter.Judge(Index, panel, instant, open) with { Until = until?.At, AtLeast = until?.IsFar == true };
    }

    /// <summary>Which of the slots for a panel are open at an instant inside, in their order, and until when none of those for it opens or closes; null for never.</summary>
    internal (IReadOnlyList<int> Open, EdgeAhead? Until) Open(DateTimeOffset instant, PanelId panel)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(Has(instant), true, nameof(instant));
        var (open, until, tick) = (new List<int>(), long.MaxValue, instant.UtcTicks);
        var mine = Index.For(panel);
        foreach (var at in mine)
        {
            var spans = SpansOf(at);
            var place = Place(spans, tick);
            if (place < spans.Count && spans[place].From <= tick)
            {
                open.Add(at);
                until = Math.Min(until, spans[place].Until);
            }
            else if (place < spans.Count)
            {
                until = Math.Min(until, spans[place].From);
            }
        }

        return (open, until < Until.UtcTicks ? new EdgeAhead(At(until), IsFar: false) : Beyond(mine));
    }

    /// <summary>The first instant from the end of the window on at which one of some slots opens or closes. The end, as far, where that is not known.</summary>
    private EdgeAhead? Beyond(int[] mine)
    {
        if (mine.Length == 0 || End is not { } end)
        {
            return null;
        }

        EdgeAhead? next = Index.Times.Count > MostBeyond ? new EdgeAhead(end, IsFar: true) : null;
        foreach (var time in next is null ? mine.Select(at => Index.TimeOf[at]).Distinct() : [])
        {
            next = EdgeAhead.Earlier(next, _beyond.GetOrAdd(time, AheadOf, end));
        }

        return next is { IsFar: true } ? new EdgeAhead(end, IsFar: true) : next;
    }

    // Whoever asks the arbiter inside the window is told no less: he looks no nearer than from the beginning of it.
    private EdgeAhead? AheadOf(int time, DateTimeOffset end) => OpenTimes.NextEdge(Index.Times[time], end.AddTicks(-1), Index.Plan) switch
    {
        { IsFar: true } => new EdgeAhead(OpenTimes.After(From, TimeSpan.FromDays(OpenTimes.MostDays)), IsFar: true),
        var edge => edge,
    };

    /// <summary>When one of the plan's slots is open inside, by its place in <see cref="PlanIndex.Slots"/>.</summary>
    internal IReadOnlyList<OpenSpan> SpansOf(int slot) => _spans[Index.TimeOf[slot]];

    private DateTimeOffset? End => Until == DateTimeOffset.MaxValue ? null : Until;

    /// <summary>The place of the first stretch that is not over.</summary>
    private static int Place(IReadOnlyList<OpenSpan> spans, long tick)
    {
        var (low, high) = (0, spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].Until <= tick ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static long? Next(long[] changes, long tick)
    {
        var place = Array.BinarySearch(changes, tick);
        place = place < 0 ? ~place : place + 1;
        return place < changes.Length ? changes[place] : null;
    }

    // What is cut off by the ends of the window neither opens nor closes there.
    private static long[] Changes(IReadOnlyList<OpenSpan>[] spans, long from, long until)
    {
        var changes = new HashSet<long>();
        foreach (var span in spans.SelectMany(times => times))
        {
            changes.Add(span.From);
            changes.Add(span.Until);
        }

        changes.RemoveWhere(tick => tick <= from || tick >= until);
        long[] sorted = [.. changes];
        Array.Sort(sorted);
        return sorted;
    }

    private static DateTimeOffset At(long tick) => new(tick, TimeSpan.Zero);
}
