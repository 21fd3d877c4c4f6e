using System.Globalization;

namespace Signage.Core.Calendars;

/// <summary>A day of every lunar year.</summary>
/// <param name="Month">1–12.</param>
/// <param name="Leap">True for the leap month after it, which most years do not have.</param>
/// <param name="Day">1–30, or <see cref="Last"/>. The 30th is a day that many months do not have.</param>
public readonly record struct LunarDay(int Month, bool Leap, int Day)
{
    /// <summary>The last day of the month, whether the 29th or the 30th: the last one of the twelfth month is 除夕.</summary>
    public const int Last = 31;

    private const string LeapText = "leap";
    private const string LastText = "last";

    /// <summary>Reads <c>12-23</c>, <c>12-last</c> or <c>leap6-1</c>; null when it is none.</summary>
    public static LunarDay? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var leap = text.StartsWith(LeapText, StringComparison.Ordinal);
        return text[(leap ? LeapText.Length : 0)..].Split('-') is [var first, var second]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            && DayOf(second) is { } day
                ? new LunarDay(month, leap, day)
                : null;
    }

    /// <summary>True when it comes earlier in the lunar year.</summary>
    public bool IsBefore(LunarDay other) => (Month, Leap, Day).CompareTo((other.Month, other.Leap, other.Day)) < 0;

    /// <summary>True when a lunar date is this day.</summary>
    /// <param name="date">The date.</param>
    /// <param name="isLast">It is the last of its month.</param>
    public bool IsMet(LunarDate date, bool isLast) => date.Month == Month && date.Leap == Leap && (Day == Last ? isLast : date.Day == Day);

    /// <summary>True when a date of the same lunar year is this day or a later one.</summary>
    /// <param name="date">The date.</param>
    /// <param name="isLast">It is the last of its month.</param>
    public bool IsReached(LunarDate date, bool isLast) => (date.Month, date.Leap, isLast ? Last : date.Day).CompareTo((Month, Leap, Day)) >= 0;

    /// <summary>True when a date of the same lunar year is later than this day.</summary>
    public bool IsPassed(LunarDate date) => (date.Month, date.Leap, date.Day).CompareTo((Month, Leap, Day)) > 0;

    /// <summary>The day as <c>12-23</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Leap ? LeapText : "")}{Month}-{(Day == Last ? LastText : Day.ToString(CultureInfo.InvariantCulture))}");

    private static int? DayOf(string text) => text == LastText ? Last
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 30 ? day : null;
}
