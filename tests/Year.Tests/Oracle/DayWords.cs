using System.Globalization;
using System.Text.RegularExpressions;
using Signage.Core.Calendars;

namespace Year.Tests.Oracle;

/// <summary>The single words of a day rule, read from their text for one day.</summary>
/// <param name="notices">Work and rest.</param>
/// <param name="named">The lines of <c>named-days.csv</c>.</param>
internal sealed partial class DayWords(Notices notices, IEnumerable<string> named)
{
    private static readonly string[] Week = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private readonly Dictionary<string, string> _named = named
        .Select(line => line.Trim())
        .Where(line => line.Length > 0 && !line.StartsWith('#'))
        .Select(line => line.Split(',', 3))
        .ToDictionary(parts => parts[0], parts => parts[2]);

    /// <summary>True when a word such as <c>mon-fri</c>, <c>day:春节-3</c> or <c>every:3@2026-01-01</c> holds.</summary>
    public bool Holds(string word, DateOnly day)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var (kind, rest) = colon < 0 ? (word, "") : (word[..colon], word[(colon + 1)..]);
        return kind switch
        {
            "always" => true,
            "work" => !notices.IsRest(day),
            "rest" => notices.IsRest(day),
            "day" => Around(rest, day),
            "date" => Dates(rest, day),
            "lunar" => LunarReading.Holds(rest, day),
            "term" => SolarTerms.On(day) is { } term && SolarTerms.NameOf(term) == rest,
            "nth" => Nth(rest, day),
            "every" => Every(rest, day),
            _ => Weekdays(kind, day),
        };
    }

    private bool Around(string text, DateOnly day)
    {
        var parts = Offsets().Match(text);
        return Enumerable.Range(-Number(parts.Groups[3].Value), Number(parts.Groups[2].Value) + Number(parts.Groups[3].Value) + 1)
            .Any(offset => IsNamed(parts.Groups[1].Value, day.AddDays(offset)));
    }

    private bool IsNamed(string name, DateOnly day) =>
        notices.IsIn(name, day) || (!notices.SpeaksOf(name, day.Year) && _named.TryGetValue(name, out var rule) && Holds(rule, day));

    private static bool Dates(string text, DateOnly day)
    {
        int[] edges = [.. text.Split("..").Select(edge => edge.Split('-')).Select(parts => (Number(parts[0]) * 100) + Number(parts[1]))];
        var (from, now, until) = (edges[0], (day.Month * 100) + day.Day, edges[^1]);
        return from <= until ? from <= now && now <= until : now >= from || now <= until;
    }

    private static bool Nth(string text, DateOnly day)
    {
        var parts = Counted().Match(text);
        if (day.DayOfWeek != (DayOfWeek)Array.IndexOf(Week, parts.Groups[2].Value) || (parts.Groups[3].Success && Number(parts.Groups[3].Value) != day.Month))
        {
            return false;
        }

        return parts.Groups[1].Value == "last" ? day.AddDays(7).Month != day.Month : (day.Day + 6) / 7 == Number(parts.Groups[1].Value);
    }

    private static bool Every(string text, DateOnly day)
    {
        var parts = text.Split('@');
        return (day.DayNumber - DateOnly.ParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber) % Number(parts[0]) == 0;
    }

    private static bool Weekdays(string text, DateOnly day)
    {
        int[] edges = [.. text.Split('-').Select(name => Array.IndexOf(Week, name))];
        if (edges.Length > 2 || edges.Contains(-1))
        {
            throw new FormatException($"no word of a day rule: {text}");
        }

        var (from, now, until) = (edges[0], (int)day.DayOfWeek, edges[^1]);
        return from <= until ? from <= now && now <= until : now >= from || now <= until;
    }

    private static int Number(string digits) => digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(.+?)(?:-(\d+))?(?:\+(\d+))?$")]
    private static partial Regex Offsets();

    [GeneratedRegex(@"^(\d|last)([a-z]{3})(?:@(\d+))?$")]
    private static partial Regex Counted();
}
