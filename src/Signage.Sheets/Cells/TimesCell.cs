using Signage.Core.Planning;
using Signage.Core.Text;
using Signage.Sheets.Vocabulary;

namespace Signage.Sheets.Cells;

/// <summary>
/// The ranges of a day as people write them: 8:00-20:00, 8点至20点、日落至22点, 全天. The language of times itself (<see cref="DailyTimesText"/>) is read too.
/// </summary>
internal static class TimesCell
{
    /// <summary>Reads ranges.</summary>
    /// <returns>The ranges in the language of times; null for the whole day.</returns>
    /// <exception cref="FormatException">They are none; the message says what to write.</exception>
    public static string? Read(string text)
    {
        if (OfficeWords.WholeDay.Contains(Folding.Key(text)))
        {
            return null;
        }

        var folded = Folding.Key(Folding.Spans(text));
        foreach (var (word, sun) in OfficeWords.Sun)
        {
            folded = folded.Replace(word, sun, StringComparison.Ordinal);
        }

        return Written(folded.Replace('~', '-').Replace(';', ',')) ?? DailyTimes.Parse(string.Join(',', folded.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(Range))).ToString();
    }

    /// <summary>Reads one time of the clock, for a column of its own.</summary>
    /// <exception cref="FormatException">It is none; the message says what to write.</exception>
    public static string ReadClock(string text) => (ClockCell.Read(Folding.Key(Folding.Spans(text))) ?? throw new FormatException(Words.NotAClock)).ToString();

    private static string? Written(string text)
    {
        try
        {
            return DailyTimes.Parse(text).ToString();
        }
        catch (FormatException)
        {
            // It is not in the language of times; people write otherwise.
            return null;
        }
    }

    private static string Range(string text)
    {
        // A tilde, also from 至, parts surely; a hyphen may belong to the sun, as in sunset-15m.
        var parts = text.Contains('~', StringComparison.Ordinal) ? text.Split('~') : text.Split('-');
        if (parts.Length != 2)
        {
            throw new FormatException(parts.Length == 1 && ClockCell.Read(text) is not null ? Words.TimeNotARange : Words.NotTimes);
        }

        var (from, until) = (ClockCell.Read(parts[0]), ClockCell.Read(parts[1]));
        var inherited = until is { HalfDay: "" } && from is { HalfDay.Length: > 0 } ? ClockCell.Read(parts[1], from.HalfDay) : null;
        if (inherited is not null && (inherited.Hour, inherited.Minute, inherited.Second).CompareTo((from!.Hour, from.Minute, from.Second)) <= 0)
        {
            throw new FormatException(Words.HalfDayUnclear);
        }

        return $"{from?.ToString() ?? Edge(parts[0])}-{(inherited ?? until)?.ToString() ?? Edge(parts[1])}";
    }

    // The sun, or an end that is left out; whatever else it is, the language of times says what is wrong with it.
    private static string Edge(string text) => text.Length == 0 || OfficeWords.Sun.Values.Any(sun => text.StartsWith(sun, StringComparison.Ordinal)) ? text : throw new FormatException(Words.NotTimes);
}
