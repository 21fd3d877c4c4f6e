namespace Signage.Core.Planning;

/// <summary>When a slot is open: wall-clock ranges of site days, turned into instants and back.</summary>
internal static class SlotWindow
{
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

    /// <summary>The first instant after the given one at which <see cref="IsOpen"/> may change; null when it never will.</summary>
    public static DateTimeOffset? NextEdge(Slot slot, DateTimeOffset instant, TimeZoneInfo zone) =>
        throw new NotImplementedException();

    private static bool StartsOn(Slot slot, DateOnly day) =>
        (slot.FirstDay is not { } first || day >= first) && (slot.LastDay is not { } last || day <= last);
}
