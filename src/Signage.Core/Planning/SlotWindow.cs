namespace Signage.Core.Planning;

/// <summary>When a slot is open: wall-clock ranges of site days, turned into instants and back.</summary>
internal static class SlotWindow
{
    // A day that counts is looked for this far ahead. Beyond it the end of the search is a boundary at which nothing need change.
    private const int SearchDays = 400;

    // An edge of a later day comes before one of an earlier day only where ranges pass midnight and clocks jump.
    private const int DaysThatMeet = 3;

    private static readonly TimeSpan JumpSearch = TimeSpan.FromDays(3);

    /// <summary>True when the slot applies at the instant.</summary>
    public static bool IsOpen(Slot slot, DateTimeOffset instant, Plan plan)
    {
        var local = TimeZoneInfo.ConvertTime(instant, plan.Zone).DateTime;
        var today = DateOnly.FromDateTime(local);
        var time = TimeOnly.FromDateTime(local);
        var daily = slot.Time.Daily;
        if (!daily.PassesMidnight)
        {
            return time >= daily.From && time < daily.Until && slot.Time.StartsOn(today, plan.Calendar);
        }

        return (time >= daily.From && slot.Time.StartsOn(today, plan.Calendar))
            || (time < daily.Until && today > DateOnly.MinValue && slot.Time.StartsOn(today.AddDays(-1), plan.Calendar));
    }

    /// <summary>
    /// The first instant after the given one at which <see cref="IsOpen"/> may change: an edge of the range, or a jump of the clocks. It may
    /// turn out to change nothing, but no change comes before it. Null when the slot is over for ever.
    /// </summary>
    public static DateTimeOffset? NextEdge(Slot slot, DateTimeOffset instant, Plan plan)
    {
        var next = NextEdgeOfDays(slot, instant, plan);
        if (next is null || instant.UtcTicks > DateTimeOffset.MaxValue.UtcTicks - JumpSearch.Ticks)
        {
            return next;
        }

        // Membership follows the reading of the clocks, so a jump of the clocks before the edge counts as one.
        var jump = WallClock.NextTransition(instant, instant + JumpSearch, plan.Zone);
        return jump < next ? jump : next;
    }

    private static DateTimeOffset? NextEdgeOfDays(Slot slot, DateTimeOffset instant, Plan plan)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, plan.Zone).DateTime).DayNumber;
        var first = Math.Max(slot.Time.FirstDay?.DayNumber ?? 0, today - 2);
        var last = Math.Min(slot.Time.LastDay?.DayNumber ?? DateOnly.MaxValue.DayNumber, Math.Max(first, today) + SearchDays);
        var found = first;
        DateTimeOffset? next = null;
        for (var number = first; number <= last; number++)
        {
            if (next is not null && number > found + DaysThatMeet)
            {
                return next;
            }

            var day = DateOnly.FromDayNumber(number);
            if (!slot.Time.StartsOn(day, plan.Calendar))
            {
                continue;
            }

            foreach (var edge in Edges(slot.Time.Daily, day, plan.Zone))
            {
                next = edge > instant && (next is null || edge < next) ? edge : next;
            }

            found = next is null ? number : found;
        }

        // Nothing found, and days may follow on which something is: look again then.
        return next ?? (last < (slot.Time.LastDay?.DayNumber ?? DateOnly.MaxValue.DayNumber)
            ? WallClock.Instants(DateOnly.FromDayNumber(last).ToDateTime(TimeOnly.MinValue), plan.Zone).First()
            : null);
    }

    private static IEnumerable<DateTimeOffset> Edges(DailyRange daily, DateOnly day, TimeZoneInfo zone)
    {
        foreach (var edge in WallClock.Instants(day.ToDateTime(daily.From), zone))
        {
            yield return edge;
        }

        if (day == DateOnly.MaxValue && daily.PassesMidnight)
        {
            yield break;
        }

        foreach (var edge in WallClock.Instants((daily.PassesMidnight ? day.AddDays(1) : day).ToDateTime(daily.Until), zone))
        {
            yield return edge;
        }
    }
}
