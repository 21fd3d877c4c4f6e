using System.Globalization;
using Signage.Core.Text;

namespace Signage.Core.Calendars;

/// <summary>Reads statutory days from lines of <c>date,name,kind</c> (<c>2026-02-17,春节,off</c>), the form in which they are published as open data.</summary>
public static class StatutoryDaysReader
{
    private const string Header = "date,name,kind";

    /// <summary>Reads a whole file; nothing of it when a line is wrong.</summary>
    /// <param name="text">The lines. The first may be the header; empty ones are passed over.</param>
    /// <exception cref="FormatException">Lines cannot be read; the message names each with its reason.</exception>
    public static StatutoryDays Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var days = new Dictionary<DateOnly, StatutoryDay>();
        var wrong = new List<string>();
        var number = 0;
        foreach (var line in text.Split('\n').Select(line => line.Trim('\r', ' ', '\uFEFF')))
        {
            number++;
            if (line.Length == 0 || (number == 1 && line == Header))
            {
                continue;
            }

            if (DayOf(line) is not { } day)
            {
                wrong.Add(Words.NotAStatutoryDay.With(number, line));
            }
            else if (!days.TryAdd(day.Date, day))
            {
                wrong.Add(Words.StatutoryDayTwice.With(number, line));
            }
        }

        return wrong.Count == 0 ? new StatutoryDays(days.Values) : throw new FormatException(string.Join('\n', wrong));
    }

    private static StatutoryDay? DayOf(string line) =>
        line.Split(',') is [var date, { Length: > 0 } name, var kind] && KindOf(kind) is { } known
        && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new StatutoryDay(day, name, known)
            : null;

    private static DayKind? KindOf(string kind) => kind switch { "off" => DayKind.Rest, "work" => DayKind.Work, _ => null };
}
