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

    /// <summary>The instant before which it is closed whatever the ranges say; null is open.</summary>
    public DateTimeOffset? Begins { get; init; }

    /// <summary>The instant from which on it is closed whatever the ranges say; null is open.</summary>
    public DateTimeOffset? Ends { get; init; }

    /// <summary>True when it is open whatever a clock or a calendar may say.</summary>
    public bool AsksNoClock => this == Always with { Daily = Daily } && Daily.Equals(DailyTimes.WholeDay);

    /// <summary>True when every day between the first and the last one is like the other.</summary>
    internal bool RepeatsDaily => Days is DayRule.Always && !Daily.AsksTheSun;
}
