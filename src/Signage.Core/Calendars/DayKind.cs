namespace Signage.Core.Calendars;

/// <summary>Whether people work on a day.</summary>
public enum DayKind
{
    /// <summary>工作日: an ordinary weekday, or a weekend day that is worked to make up for a holiday (调休).</summary>
    Work,

    /// <summary>休息日: a weekend or a holiday.</summary>
    Rest,
}
