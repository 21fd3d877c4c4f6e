namespace Signage.Core.Planning;

/// <summary>When a slot is open: ranges of site days, turned into instants and back.</summary>
internal static class SlotWindow
{
    // A day that counts is looked for this far ahead. Beyond it the end of the search is a boundary at which nothing need change.
    private const int SearchDays = 400;

    private static readonly TimeSpan JumpSearch = TimeSpan.FromDays(3);

    // How far ranges leave the day that they belong to. By the clock only over the next midnight. By the sun, in a zone of another part of the world,
    // a sunrise may come up to a day and a sunset two days away from the noon of its day; with them and clocks that jump these days are more than enough.
    private static readonly Reach ByTheClock = new(BeforeOpen: 1, AfterOpen: 0, BeforeEdge: 2, Meet: 3);
    private static readonly Reach ByTheSun = new(BeforeOpen: 3, AfterOpen: 2, BeforeEdge: 4, Meet: 7);

    /// <summary>True when the slot applies at the instant.</summary>
    public static bool IsOpen(Slot slot, DateTimeOffset instant, Plan plan)
    {
        var reading = TimeZoneInfo.ConvertTime(instant, plan.Zone).DateTime;
        var (today, reach) = (DateOnly.FromDateTime(reading).DayNumber, ReachOf(slot));
        for (var number = Math.Max(0, today - reach.BeforeOpen); number <= Math.Min(DateOnly.MaxValue.DayNumber, today + reach.AfterOpen); number++)
        {
            var day = DateOnly.FromDayNumber(number);
            if (slot.Time.Spans(day) && HasOn(day, slot, reading.Ticks, plan) && slot.Time.StartsOn(day, plan.Calendar))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The first instant after the given one at which <see cref="IsOpen"/> may change: an edge of a range, or a jump of the clocks. It may
    /// turn out to change nothing, but no change comes before it. Null when the slot is over for ever.
    /// </summary>
    public static DateTimeOffset? NextEdge(Slot slot, DateTimeOffset instant, Plan plan)
    {
        if (plan.Sun is null && slot.Time.Daily.Ranges.All(range => range.AsksTheSun))
        {
            return null;
        }

        var next = NextEdgeOfDays(slot, instant, plan);
        if (next is null || instant.UtcTicks > DateTimeOffset.MaxValue.UtcTicks - JumpSearch.Ticks)
        {
            return next;
        }

        // Membership follows the reading of the clocks, so a jump of the clocks before the edge counts as one.
        var jump = WallClock.NextTransition(instant, instant + JumpSearch, plan.Zone);
        return jump < next ? jump : next;
    }

    private static bool HasOn(DateOnly day, Slot slot, long reading, Plan plan)
    {
        foreach (var range in slot.Time.Daily.Ranges)
        {
            if (WallSpan.Of(range, day, plan) is { } span && span.Has(reading))
            {
                return true;
            }
        }

        return false;
    }

    private static DateTimeOffset? NextEdgeOfDays(Slot slot, DateTimeOffset instant, Plan plan)
    {
        var (today, reach) = (DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, plan.Zone).DateTime).DayNumber, ReachOf(slot));
        var first = Math.Max(slot.Time.FirstDay?.DayNumber ?? 0, today - reach.BeforeEdge);
        var last = Math.Min(slot.Time.LastDay?.DayNumber ?? DateOnly.MaxValue.DayNumber, Math.Max(first, today) + SearchDays);
        DateTimeOffset? next = null;
        int? found = null;
        for (var number = first; number <= last && !(number > found + reach.Meet); number++)
        {
            var day = DateOnly.FromDayNumber(number);
            if (!slot.Time.StartsOn(day, plan.Calendar))
            {
                continue;
            }

            foreach (var edge in Edges(slot.Time.Daily, day, plan))
            {
                next = edge > instant && (next is null || edge < next) ? edge : next;
            }

            found ??= next is null ? null : number;
        }

        // Nothing found, and days may follow on which something is: look again then, before the first of them can begin.
        return next ?? (last < (slot.Time.LastDay?.DayNumber ?? DateOnly.MaxValue.DayNumber)
            ? WallClock.Instants(DateOnly.FromDayNumber(last - reach.AfterOpen).ToDateTime(TimeOnly.MinValue), plan.Zone).First()
            : null);
    }

    private static IEnumerable<DateTimeOffset> Edges(DailyTimes daily, DateOnly day, Plan plan)
    {
        foreach (var range in daily.Ranges)
        {
            if (WallSpan.Of(range, day, plan) is not { } span)
            {
                continue;
            }

            foreach (var reading in new[] { span.From, span.Until })
            {
                // The end of the last day there is has no reading.
                if (reading > DateTime.MaxValue.Ticks)
                {
                    continue;
                }

                foreach (var edge in WallClock.Instants(new DateTime(reading), plan.Zone))
                {
                    yield return edge;
                }
            }
        }
    }

    private static Reach ReachOf(Slot slot) => slot.Time.Daily.AsksTheSun ? ByTheSun : ByTheClock;

    /// <summary>In which days around one something is looked for.</summary>
    /// <param name="BeforeOpen">Days before today whose ranges may be open today.</param>
    /// <param name="AfterOpen">Days after today whose ranges may be open today.</param>
    /// <param name="BeforeEdge">Days before today whose edges may still come.</param>
    /// <param name="Meet">Days after one with a coming edge whose edges may come before it.</param>
    private sealed record Reach(int BeforeOpen, int AfterOpen, int BeforeEdge, int Meet);
}
