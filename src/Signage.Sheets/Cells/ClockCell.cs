using System.Globalization;
using Signage.Core.Text;
using Signage.Sheets.Vocabulary;

namespace Signage.Sheets.Cells;

/// <summary>A time of the clock as people write it: 8:00, 上午8点, 下午3点半, 20点30分.</summary>
/// <param name="Hour">The hour, 0 to 24.</param>
/// <param name="Minute">The minute.</param>
/// <param name="Second">The second.</param>
/// <param name="HalfDay">The half of the day that was said; empty when none was.</param>
internal sealed record ClockCell(int Hour, int Minute, int Second, string HalfDay)
{
    /// <summary>Reads a time. Signs are folded already.</summary>
    /// <param name="text">The time.</param>
    /// <param name="halfDay">The half of the day that holds when none is said, as in 下午3点-5点; empty for none.</param>
    /// <returns>The time; null when it is none.</returns>
    /// <exception cref="FormatException">The half of the day and the hour contradict one another, or there is no such time.</exception>
    public static ClockCell? Read(string text, string halfDay = "")
    {
        if (OfficeWords.ClockForms.Select(form => form.Match(text)).FirstOrDefault(match => match.Success) is not { } match)
        {
            return null;
        }

        var said = match.Groups["half"].Success ? match.Groups["half"].Value : halfDay;
        var (hour, minute, second) = (Number(match.Groups["h"].Value), match.Groups["halfPast"].Success ? 30 : Number(match.Groups["m"].Value), Number(match.Groups["s"].Value));
        hour = OfHalfDay(hour, said, match.Groups["half"].Success);
        return hour < 24 && minute < 60 && second < 60 || (hour, minute, second) == (24, 0, 0)
            ? new ClockCell(hour, minute, second, said)
            : throw new FormatException(Words.NoSuchTime.With(text));
    }

    /// <summary>The time in the language of times: <c>08:00</c>.</summary>
    public override string ToString() => Text(Hour) + ":" + Text(Minute) + (Second == 0 ? "" : ":" + Text(Second));

    // An hour that is said with the clock of 24 hours needs no half of the day, and may have it all the same: 下午15点.
    private static int OfHalfDay(int hour, string half, bool isSaid) =>
        OfficeWords.Afternoon.Contains(half) ? (hour < 12 ? (hour >= 10 && IsNoon(half) ? hour : hour + 12) : hour == 12 && IsNight(half) ? 24 : hour)
        : OfficeWords.Morning.Contains(half) && hour > 12 && isSaid ? throw new FormatException(Words.HalfDayContradicts.With(half, hour))
        : OfficeWords.Morning.Contains(half) && hour == 12 && isSaid && half == OfficeWords.Midnight ? 0
        : hour;

    private static string Text(int number) => number.ToString("D2", CultureInfo.InvariantCulture);

    private static bool IsNoon(string half) => half == OfficeWords.Noon;

    private static bool IsNight(string half) => OfficeWords.Nights.Contains(half);

    private static int Number(string text) => text.Length == 0 ? 0 : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
