using System.Globalization;
using Signage.Controller.Hosting;

namespace Year.Tests.Oracle;

/// <summary>Which slots are open at an instant: goes through all of them, every time.</summary>
/// <param name="sky">The clock on the wall and the sun.</param>
/// <param name="days">The day rules.</param>
internal sealed class OpenSlots(SiteSky sky, DayReading days)
{
    private readonly Dictionary<string, (DateTimeOffset Begins, DateTimeOffset Ends)> _bounds = [];
    private readonly Dictionary<string, (DateTime From, DateTime Until)[]> _today = [];
    private DateOnly _day;

    /// <summary>True for each slot that is open, in the order of the slots.</summary>
    public bool[] At(DateTimeOffset instant, IReadOnlyList<SlotEntry> slots)
    {
        var reading = sky.Reading(instant);
        var day = DateOnly.FromDateTime(reading);
        if (day != _day)
        {
            _day = day;
            _today.Clear();
        }

        return [.. slots.Select(slot => IsWithin(slot, instant) && Ranges(slot).Any(range => range.From <= reading && reading < range.Until))];
    }

    private bool IsWithin(SlotEntry slot, DateTimeOffset instant)
    {
        if (!_bounds.TryGetValue(slot.Id, out var bounds))
        {
            bounds = _bounds[slot.Id] = (Instant(slot.Begins) ?? DateTimeOffset.MinValue, Instant(slot.Ends) ?? DateTimeOffset.MaxValue);
        }

        return bounds.Begins <= instant && instant < bounds.Ends;
    }

    /// <summary>The ranges that can touch this day: a range lasts a day at most, and a sun far from the zone shifts it by one more.</summary>
    private (DateTime From, DateTime Until)[] Ranges(SlotEntry slot)
    {
        if (!_today.TryGetValue(slot.Id, out var ranges))
        {
            var times = slot.Times ?? (slot.From is null && slot.Until is null ? "00:00-24:00" : $"{slot.From ?? "00:00"}-{slot.Until ?? "24:00"}");
            ranges = _today[slot.Id] = [.. Enumerable.Range(-2, 4).Select(_day.AddDays).Where(day => Counts(slot, day)).SelectMany(day => WallRanges.On(times, day, sky))];
        }

        return ranges;
    }

    private bool Counts(SlotEntry slot, DateOnly day) =>
        (slot.FirstDay is null || day >= Day(slot.FirstDay)) && (slot.LastDay is null || day <= Day(slot.LastDay)) && (slot.Days is null || days.Holds(slot.Days, day));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Instant(string? text) =>
        text is null ? null : DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);
}
