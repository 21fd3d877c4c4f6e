using Signage.Core.Calendars;
using Signage.Core.Text;
using Signage.Sheets.Vocabulary;

namespace Signage.Sheets.Cells;

/// <summary>Which days count, as people write it: 每天, 工作日, 周一至周五, 周六、周日; or a rule in its own language (<see cref="DayRuleText"/>).</summary>
public static class DayRuleCell
{
    /// <summary>Reads a rule.</summary>
    /// <returns>The rule in its language; null for every day.</returns>
    /// <exception cref="FormatException">It is none; the message says what to write.</exception>
    public static string? Read(string text)
    {
        if (OfficeWords.EveryDay.Contains(Folding.Key(text)))
        {
            return null;
        }

        var words = Folding.Key(Folding.Spans(text)).Split([',', ';'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0 && words.Select(Word).ToArray() is var rules && rules.All(rule => rule is not null))
        {
            return DayRule.Parse(string.Join(" | ", rules)).ToString();
        }

        try
        {
            return DayRule.Parse(Folding.Plain(text)) is DayRule.Always ? null : DayRule.Parse(Folding.Plain(text)).ToString();
        }
        catch (FormatException wrong)
        {
            throw new FormatException(Words.NotDays.With(wrong.Message), wrong);
        }
    }

    private static string? Word(string text) => OfficeWords.DayRules.TryGetValue(text, out var rule) ? rule
        : text.Split('~', '-') is [var first, var last] && Weekday(first) is { } from && Weekday(last) is { } until ? $"{from}-{until}"
        : null;

    // A range runs from one day of the week to another.
    private static string? Weekday(string text) => OfficeWords.DayRules.TryGetValue(text, out var rule) && rule.Length == 3 ? rule : null;
}
