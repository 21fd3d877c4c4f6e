using System.Globalization;
using System.Text.RegularExpressions;

namespace Signage.Core.Calendars;

/// <summary>The single words that rules are made of.</summary>
internal static partial class DayRuleWords
{
    private const int MostAround = 60;
    private const int MostEvery = 366;

    /// <summary>The rule that a word is; null when it is none.</summary>
    public static DayRule? Read(string word)
    {
        if (DayRuleText.WeekdayOf(word) is { } weekday)
        {
            return new DayRule.Week(weekday, weekday);
        }

        var (kind, rest) = word.Split(':', 2) is [var first, var second] ? (first, second) : (word, "");
        return kind switch
        {
            "always" when rest.Length == 0 => new DayRule.Always(),
            "work" when rest.Length == 0 => new DayRule.Kind(DayKind.Work),
            "rest" when rest.Length == 0 => new DayRule.Kind(DayKind.Rest),
            "day" => NamedOf(rest),
            "date" => Range(rest, MonthDay.TryParse) is { } dates ? new DayRule.Yearly(dates.From, dates.Until) : null,
            "lunar" => Range(rest, LunarDay.TryParse) is { } days ? new DayRule.Lunar(days.From, days.Until) : null,
            "term" => SolarTerms.Named(rest) is { } term ? new DayRule.Term(term) : null,
            "nth" => NthOf(rest),
            "every" => EveryOf(rest),
            _ => WeekOf(word),
        };
    }

    private static DayRule.Named? NamedOf(string text)
    {
        var match = NameAndDays().Match(text);
        return match.Success && Around(match.Groups["before"]) is { } before && Around(match.Groups["after"]) is { } after
            ? new DayRule.Named(match.Groups["name"].Value, before, after)
            : null;
    }

    private static int? Around(Group group) => !group.Success ? 0 : Number(group.Value, 1, MostAround);

    private static (T From, T Until)? Range<T>(string text, Func<string, T?> read)
        where T : struct => text.Split("..") switch
        {
            [var one] when read(one) is { } day => (day, day),
            [var first, var second] when read(first) is { } from && read(second) is { } until => (from, until),
            _ => null,
        };

    private static DayRule.NthWeekday? NthOf(string text)
    {
        var match = Nth().Match(text);
        if (!match.Success || DayRuleText.WeekdayOf(match.Groups["day"].Value) is not { } day)
        {
            return null;
        }

        var month = match.Groups["month"] is { Success: true } group ? Number(group.Value, 1, 12) : null;
        return match.Groups["month"].Success && month is null
            ? null
            : new DayRule.NthWeekday(match.Groups["count"].Value == "last" ? 0 : Number(match.Groups["count"].Value, 1, 5)!.Value, day, month);
    }

    private static DayRule.Every? EveryOf(string text) =>
        text.Split('@') is [var count, var date] && Number(count, 1, MostEvery) is { } days
        && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            ? new DayRule.Every(days, from)
            : null;

    // mon-fri, and over the week's end: sat-mon.
    private static DayRule.Week? WeekOf(string text) =>
        text.Split('-') is [var first, var second] && DayRuleText.WeekdayOf(first) is { } from && DayRuleText.WeekdayOf(second) is { } until
            ? new DayRule.Week(from, until)
            : null;

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    [GeneratedRegex(@"^(?<name>[^-+]+?)(-(?<before>\d{1,2}))?(\+(?<after>\d{1,2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex NameAndDays();

    [GeneratedRegex(@"^(?<count>[1-5]|last)(?<day>[a-z]{3})(@(?<month>\d{1,2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Nth();
}
