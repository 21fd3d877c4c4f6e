using System.Globalization;
using System.Text.RegularExpressions;
using Signage.Core.Text;
using Signage.Sheets.Vocabulary;

namespace Signage.Sheets.Cells;

/// <summary>A day as people write it, such as 2023年9月5日, 2023/9/5 or ２０２３．９．５; the year is always said.</summary>
internal static class DayCell
{
    /// <summary>Reads one day.</summary>
    /// <exception cref="FormatException">It is none; the message says what to write.</exception>
    public static DateOnly Read(string text)
    {
        var folded = Folding.Plain(text);
        return First(OfficeWords.DayForms, folded) is { } day ? Day(day, "y", "m", "d") ?? throw new FormatException(Words.NoSuchDay)
            : throw new FormatException(IsYearless(text) ? Words.DayWithoutYear : Words.NotADay);
    }

    /// <summary>Reads a first and a last day, such as 2023年9月5日-9月9日; one day is both. A year or a month that the last one does not say is that of the first.</summary>
    /// <exception cref="FormatException">They are none; the message says what to write.</exception>
    public static (DateOnly First, DateOnly Last) ReadRange(string text)
    {
        var folded = Folding.Spans(text);
        if (First(OfficeWords.DayForms, folded) is { } only)
        {
            var day = Day(only, "y", "m", "d") ?? throw new FormatException(Words.NoSuchDay);
            return (day, day);
        }

        if (First(OfficeWords.DayRangeForms, folded) is not { } range)
        {
            throw new FormatException(IsYearless(text) ? Words.DayWithoutYear : Words.NotADayRange);
        }

        var (first, last) = (Day(range, "y", "m", "d"), Day(range, range.Groups["y2"].Success ? "y2" : "y", range.Groups["m2"].Success ? "m2" : "m", "d2"));
        return (first ?? throw new FormatException(Words.NoSuchDay), last ?? throw new FormatException(Words.NoSuchDay));
    }

    /// <summary>A day as the control socket takes it.</summary>
    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsYearless(string text) => First(OfficeWords.YearlessForms, Folding.Spans(text)) is not null;

    private static Match? First(IReadOnlyList<Regex> forms, string text) => forms.Select(form => form.Match(text)).FirstOrDefault(match => match.Success);

    private static DateOnly? Day(Match match, string year, string month, string day)
    {
        var (y, m, d) = (Number(match, year), Number(match, month), Number(match, day));
        return y >= 1 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
}
