using System.Globalization;

namespace Signage.Core.Calendars;

/// <summary>A day of every year; 29 February only of leap years. Ordered from January to December.</summary>
/// <param name="Month">1–12.</param>
/// <param name="Day">1 to the most that the month can have.</param>
public readonly record struct MonthDay(int Month, int Day) : IComparable<MonthDay>
{
    private const int LeapYear = 2024;

    /// <summary>Reads <c>9-5</c>; null when there is no such day.</summary>
    public static MonthDay? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('-') is [var first, var second]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day >= 1 && day <= DateTime.DaysInMonth(LeapYear, month)
                ? new MonthDay(month, day)
                : null;
    }

    /// <inheritdoc/>
    public int CompareTo(MonthDay other) => (Month, Day).CompareTo((other.Month, other.Day));

    /// <summary>Comes earlier in the year.</summary>
    public static bool operator <(MonthDay left, MonthDay right) => left.CompareTo(right) < 0;

    /// <summary>Comes earlier in the year, or is the same.</summary>
    public static bool operator <=(MonthDay left, MonthDay right) => left.CompareTo(right) <= 0;

    /// <summary>Comes later in the year.</summary>
    public static bool operator >(MonthDay left, MonthDay right) => left.CompareTo(right) > 0;

    /// <summary>Comes later in the year, or is the same.</summary>
    public static bool operator >=(MonthDay left, MonthDay right) => left.CompareTo(right) >= 0;

    /// <summary>The day as <c>9-5</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month}-{Day}");
}
