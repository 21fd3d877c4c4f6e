using System.Globalization;
using Signage.Core.Calendars;

namespace Signage.Core.Tests.Calendars;

/// <summary>Which days are not sure, and which rules care. The committed notices end with 2026.</summary>
public sealed class NoticeTests
{
    [Theory]
    [InlineData("2026-11-01", 45, null)]
    [InlineData("2026-11-13", 45, null)]
    [InlineData("2026-11-14", 45, "2026-12-28 2027")]
    [InlineData("2026-12-31", 1, "2026-12-31 2027")]
    [InlineData("2027-06-01", 45, "2027-06-01 2027")]
    [InlineData("2025-12-20", 45, null)]               // both notices are there
    [InlineData("9999-12-31", 45, "9999-12-31 9999")]
    public void FirstUncertain_WhenANoticeIsMissing_SaysTheDayAndTheYear(string from, int days, string? uncertain)
    {
        var told = Committed.Calendar.Statutory.FirstUncertain(DateOnly.Parse(from, CultureInfo.InvariantCulture), days);
        Assert.Equal(uncertain, told is { } some ? $"{some.Day:yyyy-MM-dd} {some.Year}" : null);
    }

    [Theory]
    [InlineData("always", false)]
    [InlineData("mon-fri", false)]
    [InlineData("work", true)]
    [InlineData("!rest", true)]
    [InlineData("mon-fri & work", true)]
    [InlineData("date:9-5 | rest", true)]
    [InlineData("day:春节-3", true)]
    [InlineData("day:中华慈善日", false)]
    [InlineData("!day:中华慈善日 & lunar:1-1", false)]
    public void AsksNotices_WhenAnyRule_SaysWhetherItCares(string rule, bool asks) => Assert.Equal(asks, DayRule.Parse(rule).AsksNotices(Committed.Calendar));
}
