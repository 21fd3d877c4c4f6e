using System.Globalization;
using CsCheck;
using Signage.Core.Calendars;

namespace Signage.Core.Tests.Calendars;

/// <summary>Rules on days that a wall calendar tells, read and written.</summary>
public sealed class DayRuleTests
{
    private static readonly SiteCalendar Calendar = Committed.Calendar;

    [Theory]
    [InlineData("mon-fri", "2026-02-14", false)]
    [InlineData("work", "2026-02-14", true)]       // a Saturday worked for the Spring Festival
    [InlineData("rest", "2026-02-16", true)]       // a Monday off
    [InlineData("sat-mon", "2026-11-29", true)]
    [InlineData("sat-mon", "2026-12-01", false)]
    [InlineData("day:春节", "2026-02-17", true)]
    [InlineData("day:春节", "2026-02-23", true)]   // the last of nine rest days
    [InlineData("day:春节", "2026-02-24", false)]
    [InlineData("day:春节-3 & !day:春节", "2026-02-12", true)]
    [InlineData("day:春节-3 & !day:春节", "2026-02-11", false)]
    [InlineData("day:春节-3 & !day:春节", "2026-02-17", false)]
    [InlineData("day:国庆节+1", "2026-10-08", true)]
    [InlineData("day:国庆节+1", "2026-10-09", false)]
    [InlineData("day:中华慈善日", "2026-09-05", true)]
    [InlineData("day:99公益日", "2026-09-08", true)]
    [InlineData("day:世界社会工作日", "2026-03-17", true)]
    [InlineData("day:全国助残日", "2026-05-17", true)]
    [InlineData("nth:lastfri", "2026-11-27", true)]
    [InlineData("nth:lastfri", "2026-11-20", false)]
    [InlineData("nth:5sun", "2026-11-29", true)]
    [InlineData("date:12-20..1-5", "2026-12-31", true)]
    [InlineData("date:12-20..1-5", "2027-01-05", true)]
    [InlineData("date:12-20..1-5", "2027-01-06", false)]
    [InlineData("date:2-29", "2028-02-29", true)]
    [InlineData("lunar:12-23..1-15", "2026-02-10", true)]   // 腊月廿三
    [InlineData("lunar:12-23..1-15", "2026-02-09", false)]
    [InlineData("lunar:12-23..1-15", "2026-03-03", true)]   // 正月十五
    [InlineData("lunar:12-23..1-15", "2026-03-04", false)]
    [InlineData("lunar:12-last", "2026-02-16", true)]       // 除夕 of a month of 29 days
    [InlineData("lunar:12-last", "2024-02-09", true)]       // and of one of 30
    [InlineData("lunar:12-30", "2026-02-16", false)]
    [InlineData("lunar:12-last..1-3", "2026-02-16", true)]
    [InlineData("lunar:leap6-1", "2025-07-25", true)]
    [InlineData("lunar:6-1", "2025-07-25", false)]
    [InlineData("lunar:6-1..7-1", "2025-07-25", true)]
    [InlineData("term:冬至", "2026-12-22", true)]
    [InlineData("term:清明", "2026-04-05", true)]
    [InlineData("every:3@2026-11-28", "2026-12-01", true)]
    [InlineData("every:3@2026-11-28", "2026-11-25", true)]
    [InlineData("every:3@2026-11-28", "2026-11-29", false)]
    [InlineData("(mon | tue) & !date:11-30", "2026-11-30", false)]
    [InlineData("always", "9999-12-31", true)]
    [InlineData("lunar:1-1", "2150-02-01", false)]
    public void Rule_OnADay_HoldsOrNot(string rule, string day, bool holds) =>
        Assert.Equal(holds, DayRule.Parse(rule).HoldsOn(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), Calendar));

    [Theory]
    [InlineData("", 1)]
    [InlineData("monday", 1)]
    [InlineData("work & ", 8)]
    [InlineData("work rest", 1)]
    [InlineData("(work", 6)]
    [InlineData("work)", 5)]
    [InlineData("date:2-30", 1)]
    [InlineData("date:13-1", 1)]
    [InlineData("lunar:12-31", 1)]
    [InlineData("lunar:13-1", 1)]
    [InlineData("term:清", 1)]
    [InlineData("nth:6mon", 1)]
    [InlineData("nth:0mon", 1)]
    [InlineData("nth:2mon@13", 1)]
    [InlineData("every:0@2026-01-01", 1)]
    [InlineData("every:3@2026-02-30", 1)]
    [InlineData("day:", 1)]
    [InlineData("day:春节-0", 1)]
    [InlineData("day:春节-61", 1)]
    [InlineData("work & !!", 10)]
    public void Rule_WhenWrong_SaysWhere(string rule, int place) =>
        Assert.Contains($"第 {place} 个字符", Assert.Throws<FormatException>(() => DayRule.Parse(rule)).Message, StringComparison.Ordinal);

    [Fact]
    public void Rule_WhenTooDeepOrTooLong_IsRefused()
    {
        Assert.Throws<FormatException>(() => DayRule.Parse(new string('!', 40) + "work"));
        Assert.Throws<FormatException>(() => DayRule.Parse(string.Join('|', Enumerable.Repeat("work", 200))));
    }

    [Theory]
    [InlineData("mon-fri", 40, true)]
    [InlineData("sun", 80, true)]
    [InlineData("sun", 100, false)]
    [InlineData("work", 99, false)]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!mon-fri", 1, true)]
    public void Rule_WhenAccepted_CanBeReadAsItIsStored(string part, int times, bool accepted)
    {
        var text = string.Join('|', Enumerable.Repeat(part, times));
        Assert.True(text.Length <= DayRuleText.Longest);
        if (accepted)
        {
            var rule = DayRule.Parse(text);
            Assert.Equal(rule, DayRule.Parse(rule.ToString()));
        }
        else
        {
            Assert.Throws<FormatException>(() => DayRule.Parse(text));
        }
    }

    [Fact]
    public void Rule_WhenWrittenAndRead_IsTheSame() => Rules(3).Sample(rule =>
    {
        var text = rule.ToString();
        if (text.Length <= DayRuleText.Longest)
        {
            Assert.Equal(rule, DayRule.Parse(text));
        }
    });

    private static Gen<DayRule> Rules(int depth)
    {
        var names = new[]
        {
            "always", "work", "rest", "wed", "mon-fri", "sat-mon", "day:春节", "day:春节-3", "day:春节+2", "day:春节-3+2", "date:9-5", "date:12-20..1-5", "lunar:12-last", "lunar:12-23..1-15",
            "lunar:leap6-1", "term:清明", "nth:3tue@3", "nth:lastfri", "every:3@2026-01-01",
        };
        var words = Gen.Int[0, names.Length - 1].Select(number => DayRule.Parse(names[number]));
        if (depth == 0)
        {
            return words;
        }

        var parts = Rules(depth - 1);
        return Gen.OneOf(
            words,
            parts.Select(DayRule (rule) => new DayRule.Except(rule)),
            Gen.Select(parts, parts, DayRule (first, second) => new DayRule.Both(first, second)),
            Gen.Select(parts, parts, DayRule (first, second) => new DayRule.Either(first, second)));
    }
}
