using System.Globalization;
using Signage.Core.Text;

namespace Signage.Core.Calendars;

/// <summary>
/// Day rules as text, for command lines, files and the store: <c>work &amp; !day:春节-3</c>. <c>!</c> binds closest, then <c>&amp;</c>, then <c>|</c>; parentheses group.
/// The words of a rule are <c>mon</c>…<c>sun</c>, <c>mon-fri</c>, <c>work</c>, <c>rest</c>, <c>always</c>, <c>day:NAME-3+2</c>, <c>date:9-5</c>, <c>date:9-7..9-9</c>,
/// <c>lunar:12-23..1-15</c>, <c>lunar:12-last</c>, <c>lunar:leap6-1</c>, <c>term:清明</c>, <c>nth:3tue@3</c>, <c>nth:lastfri</c>, <c>every:3@2026-01-01</c>.
/// </summary>
public static class DayRuleText
{
    /// <summary>The longest text of a rule, characters.</summary>
    public const int Longest = 500;

    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>Reads a rule.</summary>
    /// <exception cref="FormatException">It is none; the message names the place and what is allowed.</exception>
    public static DayRule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest)
        {
            throw new FormatException(Words.DayRuleTooLong.With(Longest));
        }

        // What is stored is the written form, which may have more spaces than what was typed: it has to be readable too.
        var rule = new DayRuleReader(text).ReadAll();
        return Write(rule).Length <= Longest ? rule : throw new FormatException(Words.DayRuleTooLong.With(Longest));
    }

    /// <summary>Writes a rule so that <see cref="Parse"/> reads the same one.</summary>
    public static string Write(DayRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule switch
        {
            DayRule.Always => "always",
            DayRule.Week week => week.From == week.Until ? Weekdays[(int)week.From] : $"{Weekdays[(int)week.From]}-{Weekdays[(int)week.Until]}",
            DayRule.Kind kind => kind.Wanted == DayKind.Work ? "work" : "rest",
            DayRule.Named named => $"day:{named.Name}{Around('-', named.Before)}{Around('+', named.After)}",
            DayRule.NthWeekday nth => Text($"nth:{(nth.Count == 0 ? "last" : nth.Count.ToString(CultureInfo.InvariantCulture))}{Weekdays[(int)nth.Day]}{(nth.Month is { } month ? Text($"@{month}") : "")}"),
            DayRule.Yearly yearly => yearly.From == yearly.Until ? $"date:{yearly.From}" : $"date:{yearly.From}..{yearly.Until}",
            DayRule.Lunar lunar => lunar.From == lunar.Until ? $"lunar:{lunar.From}" : $"lunar:{lunar.From}..{lunar.Until}",
            DayRule.Term term => $"term:{SolarTerms.NameOf(term.Wanted)}",
            DayRule.Every every => Text($"every:{every.Days}@{every.From:yyyy-MM-dd}"),
            DayRule.Except not => "!" + Grouped(not.Rule, not.Rule is DayRule.Both or DayRule.Either),
            DayRule.Both two => $"{Grouped(two.First, two.First is DayRule.Either)} & {Grouped(two.Second, two.Second is DayRule.Either or DayRule.Both)}",
            DayRule.Either either => $"{Write(either.First)} | {Grouped(either.Second, either.Second is DayRule.Either)}",
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };
    }

    /// <summary>The weekday of an English three-letter word; null when it is none.</summary>
    internal static DayOfWeek? WeekdayOf(string word)
    {
        var place = Array.IndexOf(Weekdays, word);
        return place < 0 ? null : (DayOfWeek)place;
    }

    private static string Grouped(DayRule rule, bool group) => group ? $"({Write(rule)})" : Write(rule);

    private static string Around(char sign, int days) => days == 0 ? "" : Text($"{sign}{days}");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
