using Signage.Core.Calendars;

namespace Signage.Core.Planning;

/// <summary>When a slot is open: ranges of each day that counts.</summary>
/// <param name="Daily">The ranges of the day.</param>
/// <param name="FirstDay">The first day, site time; null is open.</param>
/// <param name="LastDay">The last day on which a range may start; null is open.</param>
public sealed record SlotTime(DailyTimes Daily, DateOnly? FirstDay = null, DateOnly? LastDay = null)
{
    /// <summary>The whole of every day.</summary>
    public static SlotTime Always { get; } = new(DailyTimes.WholeDay);

    /// <summary>Which of those days count; every one when nobody says.</summary>
    public DayRule Days { get; init; } = new DayRule.Always();

    /// <summary>True when ranges may start on a day.</summary>
    public bool StartsOn(DateOnly day, SiteCalendar calendar) => Spans(day) && Days.HoldsOn(day, calendar);

    /// <summary>True when a day lies between the first and the last one.</summary>
    public bool Spans(DateOnly day) => (FirstDay is not { } first || day >= first) && (LastDay is not { } last || day <= last);
}
