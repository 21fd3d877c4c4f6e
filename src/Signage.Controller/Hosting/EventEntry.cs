using Signage.Core.Planning;
using Signage.Core.Text;

namespace Signage.Controller.Hosting;

/// <summary>An event as it is written on the control socket: up to three programmes, before, during and after it. At least one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Begins">Its beginning, such as <c>2026-10-18T08:00:00+08:00</c>, always with its offset.</param>
/// <param name="Ends">Its end.</param>
/// <param name="Before">What plays before it; needs <paramref name="BeforeDays"/>.</param>
/// <param name="BeforeDays">How many days before, 1 to 366.</param>
/// <param name="During">What plays during it.</param>
/// <param name="After">What plays after it; needs <paramref name="AfterDays"/>.</param>
/// <param name="AfterDays">How many days after, 1 to 366.</param>
/// <param name="Panels">As of a slot.</param>
/// <param name="Tags">As of a slot.</param>
/// <param name="Times">As of a slot; the whole day when absent.</param>
/// <param name="Days">As of a slot.</param>
/// <param name="Priority">As of a slot.</param>
/// <param name="Share">As of a slot.</param>
/// <param name="Joins">As of a slot.</param>
public sealed record EventEntry(
    string Id, string Begins, string Ends, string? Before = null, int? BeforeDays = null, string? During = null, string? After = null, int? AfterDays = null,
    IReadOnlyList<string>? Panels = null, IReadOnlyList<string>? Tags = null, string? Times = null, string? Days = null, string? Priority = null, int? Share = null, bool? Joins = null)
{
    // So that some days before and after are days of a calendar too.
    private const int FirstYear = 1902, LastYear = 9990;

    /// <summary>Its slots.</summary>
    /// <param name="zone">The zone of the site.</param>
    /// <exception cref="FormatException">A member is wrong; the message says which.</exception>
    public IReadOnlyList<Slot> ToSlots(TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(Id))
        {
            throw new FormatException(Words.EventNeedsId);
        }

        // Read as a slot is: one reading of every member.
        var pattern = new SlotEntry(Id, null, Panels, Times: Times ?? DailyTimes.WholeDay.ToString(), Days: Days, Priority: Priority, Tags: Tags, Share: Share, Joins: Joins, Begins: Begins, Ends: Ends).ToPlannedSlot();
        var (begins, ends) = (pattern.Time.Begins!.Value, pattern.Time.Ends!.Value);
        if (ends <= begins)
        {
            throw new FormatException(Words.EventReversed.With(Id, Begins, Ends));
        }

        if (begins.UtcDateTime.Year is < FirstYear or > LastYear || ends.UtcDateTime.Year is < FirstYear or > LastYear)
        {
            throw new FormatException(Words.EventYears.With(Id, FirstYear, LastYear));
        }

        var named = new PhasedEvent(Id, begins, ends);
        Slot[] slots =
        [
            .. Slots(EventPhase.Before, Before, Counted(BeforeDays, Before, "beforeDays")),
            .. Slots(EventPhase.During, During, 0),
            .. Slots(EventPhase.After, After, Counted(AfterDays, After, "afterDays")),
        ];
        return slots.Length > 0 ? slots : throw new FormatException(Words.EventEmpty.With(Id));

        IEnumerable<Slot> Slots(EventPhase phase, string? programme, int days) => programme is null ? [] : [named.SlotOf(phase, days, programme, pattern, zone)];
    }

    private int Counted(int? days, string? programme, string member) =>
        programme is null != days is null ? throw new FormatException(Words.EventDaysAlone.With(Id, member))
        : days is < PhasedEvent.LeastDays or > PhasedEvent.MostDays ? throw new FormatException(Words.EventDaysOutside.With(Id, member, days, PhasedEvent.LeastDays, PhasedEvent.MostDays))
        : days ?? 0;
}
