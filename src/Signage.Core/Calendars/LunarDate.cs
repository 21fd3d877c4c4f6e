namespace Signage.Core.Calendars;

/// <summary>农历: a date of the Chinese lunar calendar. Ordered by time only through the days it stands for.</summary>
/// <param name="Year">The year, 1901–2100: the one of the common calendar in which it begins.</param>
/// <param name="Month">The month, 1–12; a leap month has the number of the month before it.</param>
/// <param name="Leap">True in a leap month (闰月).</param>
/// <param name="Day">The day, 1–30.</param>
public readonly record struct LunarDate(int Year, int Month, bool Leap, int Day)
{
    /// <summary>As people write it: <c>闰二月十五</c>, without the year.</summary>
    public override string ToString()
    {
        var months = Words.LunarMonths.Split(' ');
        var days = Words.LunarDays.Split(' ');
        return $"{(Leap ? Words.LunarLeap : "")}{months[Month - 1]}{days[Day - 1]}";
    }
}
