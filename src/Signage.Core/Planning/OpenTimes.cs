namespace Signage.Core.Planning;

/// <summary>When a slot is open: its ranges of site days, turned into instants.</summary>
internal static class OpenTimes
{
    /// <summary>How many days ahead a day that counts is looked for.</summary>
    public const int MostDays = 400;

    // A day that counts is looked for this far ahead. Beyond it the end of the search is a boundary at which nothing need change.
    private static readonly int[] SearchDays = [10, 60, MostDays];

    // Ranges of a day are over, and have not begun, so far from it.
    private static readonly TimeSpan Reach = TimeSpan.FromDays(4);

    /// <summary>The stretches of time within a window, in order and apart from each other, cut off at its ends.</summary>
    public static IReadOnlyList<OpenSpan> Of(SlotTime time, WindowDays days)
    {
        var (from, until) = (Math.Max(days.From, time.Begins?.UtcTicks ?? days.From), Math.Min(days.Until, time.Ends?.UtcTicks ?? days.Until));
        if (from >= until)
        {
            return [];
        }

        var readings = days.Readings(time);
        var spans = new List<OpenSpan>(readings.Count);
        foreach (var piece in days.Pieces)
        {
            var (first, last) = (Math.Max(from, piece.From), Math.Min(until, piece.Until));
            foreach (var reading in readings)
            {
                var (opens, closes) = (Math.Max(first, reading.From - piece.Offset), Math.Min(last, reading.Until - piece.Offset));
                if (opens >= closes)
                {
                    continue;
                }

                if (spans.Count > 0 && spans[^1].Until == opens)
                {
                    spans[^1] = new OpenSpan(spans[^1].From, closes);
                }
                else
                {
                    spans.Add(new OpenSpan(opens, closes));
                }
            }
        }

        return spans;
    }

    /// <summary>True when a time is open at an instant.</summary>
    public static bool Has(SlotTime time, DateTimeOffset instant, Plan plan) =>
        Of(time, new WindowDays(plan, instant, After(instant, TimeSpan.FromTicks(1)))).Count > 0;

    /// <summary>
    /// The first instant after the given one at which a time opens or closes; when none is near, an instant before which it does neither. Null when it
    /// never does again.
    /// </summary>
    public static EdgeAhead? NextEdge(SlotTime time, DateTimeOffset instant, Plan plan)
    {
        if (plan.Sun is null && time.Daily.Ranges.All(range => range.AsksTheSun))
        {
            return null;
        }

        var (start, end) = (Later(instant, First(time)), Last(time));
        if (end <= instant)
        {
            return null;
        }

        foreach (var days in SearchDays)
        {
            var until = Earlier(After(start, TimeSpan.FromDays(days)), end);
            if (Edge(time, start, until, instant, plan) is { } edge)
            {
                return new EdgeAhead(edge, IsFar: false);
            }

            if (until >= end)
            {
                return null;
            }

            // Every day is like the other until the last one. What is open where that last look begins was open all the time before it.
            if (time.RepeatsDaily)
            {
                var last = Later(start, Before(end, Reach + Reach));
                return end != DateTimeOffset.MaxValue && Edge(time, last, end, last, plan) is { } closes ? new EdgeAhead(closes, IsFar: false) : null;
            }
        }

        return new EdgeAhead(After(start, TimeSpan.FromDays(MostDays)), IsFar: true);
    }

    /// <summary>An instant later, or the end of all time.</summary>
    public static DateTimeOffset After(DateTimeOffset instant, TimeSpan span) =>
        instant.UtcTicks > DateTimeOffset.MaxValue.UtcTicks - span.Ticks ? DateTimeOffset.MaxValue : new DateTimeOffset(instant.UtcTicks + span.Ticks, TimeSpan.Zero);

    private static DateTimeOffset? Edge(SlotTime time, DateTimeOffset from, DateTimeOffset until, DateTimeOffset instant, Plan plan)
    {
        foreach (var span in Of(time, new WindowDays(plan, from, until)))
        {
            // A stretch that begins with the window began before it, unless the window begins later than the question: nothing is open before.
            if (span.From > instant.UtcTicks)
            {
                return new DateTimeOffset(span.From, TimeSpan.Zero);
            }

            if (span.Until < until.UtcTicks)
            {
                return new DateTimeOffset(span.Until, TimeSpan.Zero);
            }
        }

        return null;
    }

    /// <summary>Nothing is open before this instant.</summary>
    private static DateTimeOffset First(SlotTime time)
    {
        var day = time.FirstDay is { } first ? Before(Midnight(first), Reach) : DateTimeOffset.MinValue;
        return time.Begins is { } begins ? Later(day, begins) : day;
    }

    /// <summary>Nothing is open from this instant on; one tick beyond the end, so that a stretch up to it ends within the window.</summary>
    private static DateTimeOffset Last(SlotTime time)
    {
        var day = time.LastDay is { } last ? After(Midnight(last), Reach) : DateTimeOffset.MaxValue;
        return time.Ends is { } ends ? Earlier(day, After(ends, TimeSpan.FromTicks(1))) : day;
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Before(DateTimeOffset instant, TimeSpan span) =>
        instant.UtcTicks < span.Ticks ? DateTimeOffset.MinValue : new DateTimeOffset(instant.UtcTicks - span.Ticks, TimeSpan.Zero);
}
