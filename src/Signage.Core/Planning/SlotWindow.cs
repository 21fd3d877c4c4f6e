namespace Signage.Core.Planning;

/// <summary>When a slot is open: wall-clock ranges of site days, turned into instants and back.</summary>
internal static class SlotWindow
{
    // Edges repeat daily, so the next one is less than this away; a slot that starts later answers its first edge.
    private static readonly TimeSpan Search = TimeSpan.FromDays(3);

    /// <summary>True when the slot applies at the instant.</summary>
    public static bool IsOpen(Slot slot, DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        var today = DateOnly.FromDateTime(local);
        var time = TimeOnly.FromDateTime(local);
        if (!slot.Daily.PassesMidnight)
        {
            return time >= slot.Daily.From && time < slot.Daily.Until && StartsOn(slot, today);
        }

        return (time >= slot.Daily.From && StartsOn(slot, today)) || (time < slot.Daily.Until && StartsOn(slot, today.AddDays(-1)));
    }

    /// <summary>
    /// The first instant after the given one at which <see cref="IsOpen"/> may change: an edge of the range, or a jump of the clocks. It may
    /// turn out to change nothing, but no change comes before it. Null when the slot is over for ever.
    /// </summary>
    public static DateTimeOffset? NextEdge(Slot slot, DateTimeOffset instant, TimeZoneInfo zone)
    {
        DateTimeOffset? next = null;
        foreach (var edge in Edges(slot, instant, zone))
        {
            next = edge > instant && (next is null || edge < next) ? edge : next;
        }

        if (next is null || instant.UtcTicks > DateTimeOffset.MaxValue.UtcTicks - Search.Ticks)
        {
            return next;
        }

        // Membership follows the reading of the clocks, so a jump of the clocks before the edge counts as one.
        var jump = WallClock.NextTransition(instant, instant + Search, zone);
        return jump < next ? jump : next;
    }

    private static IEnumerable<DateTimeOffset> Edges(Slot slot, DateTimeOffset instant, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime).DayNumber;
        var first = Math.Max(slot.FirstDay?.DayNumber ?? 0, today - 2);
        var last = Math.Min(slot.LastDay?.DayNumber ?? DateOnly.MaxValue.DayNumber, Math.Max(first, today) + 2);
        for (var number = first; number <= last; number++)
        {
            var day = DateOnly.FromDayNumber(number);
            foreach (var edge in WallClock.Instants(day.ToDateTime(slot.Daily.From), zone))
            {
                yield return edge;
            }

            if (number == DateOnly.MaxValue.DayNumber && slot.Daily.PassesMidnight)
            {
                yield break;
            }

            var ends = slot.Daily.PassesMidnight ? day.AddDays(1) : day;
            foreach (var edge in WallClock.Instants(ends.ToDateTime(slot.Daily.Until), zone))
            {
                yield return edge;
            }
        }
    }

    private static bool StartsOn(Slot slot, DateOnly day) =>
        (slot.FirstDay is not { } first || day >= first) && (slot.LastDay is not { } last || day <= last);
}
