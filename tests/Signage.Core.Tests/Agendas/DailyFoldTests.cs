using CsCheck;
using Signage.Core.Agendas;
using Signage.Core.Calendars;
using Signage.Core.Tests.Calendars;

namespace Signage.Core.Tests.Agendas;

/// <summary>Stretches of many days told as one.</summary>
public sealed class DailyFoldTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void Of_ANightEveryDay_IsOne()
    {
        var fold = Assert.Single(DailyFold.Of(Enumerable.Range(0, 30).Select(day => Span(day, "22:00", day + 1, "06:00")), Shanghai));
        Assert.Equal((30, false, new FoldedHours(new TimeOnly(22, 0), new TimeOnly(6, 0), 1)), (fold.Days.Count, fold.IsMoving, fold.Spans[0].Hours));
        Assert.Equal(DayPatternKind.Daily, DayPattern.Of(fold.Days, SiteCalendar.Bare).Kind);
    }

    [Fact]
    public void Of_SeveralHoursADay_AreOneEach() => Assert.Equal(
        ["06:00", "06:04", "20:00"],
        DailyFold.Of(
            Enumerable.Range(0, 10).SelectMany(day => new[] { Span(day, "06:00", day, "06:02"), Span(day, "06:04", day, "06:06"), Span(day, "20:00", day, "21:00") }),
            Shanghai).Select(fold => fold.Spans[0].Hours.From.ToString("HH:mm", null)));

    /// <summary>Where the clocks are put back, the night is an hour longer and its hours are the same.</summary>
    [Fact]
    public void Of_ANightWhenClocksAreSet_IsToldByTheClocks()
    {
        var spans = Enumerable.Range(20, 10).Select(day => (Wall(Berlin, new DateTime(2026, 10, day, 22, 0, 0)), Wall(Berlin, new DateTime(2026, 10, day + 1, 6, 0, 0))));
        Assert.Equal(10, Assert.Single(DailyFold.Of(spans, Berlin)).Days.Count);
    }

    [Fact]
    public void Of_HoursThatMoveWithTheSun_AreOneThatMoves()
    {
        var fold = Assert.Single(DailyFold.Of(Enumerable.Range(0, 20).Select(day => Span(day, $"18:{40 - (day * 3 / 2):00}", day, "22:00")), Shanghai));
        Assert.True(fold.IsMoving);
        Assert.Equal((20, new TimeOnly(18, 40), new TimeOnly(18, 12)), (fold.Days.Count, fold.Spans[0].Hours.From, fold.Spans[^1].Hours.From));
    }

    /// <summary>Nothing is lost and nothing is told twice; what is told to the minute is so.</summary>
    [Fact]
    public void Of_AnyStretches_HasEachOfThemOnce() => Gen.Select(Gen.Select(Gen.Int[0, 40], Gen.Int[0, 1439], Gen.Int[1, 2000]).Array[0, 60], Gen.Bool).Sample(
        (spans, isShanghai) =>
        {
            var zone = isShanghai ? Shanghai : Berlin;
            (DateTimeOffset From, DateTimeOffset Until)[] given = [.. spans.Select(span => (Start.AddDays(span.Item1).AddMinutes(span.Item2 / 30 * 30), Start.AddDays(span.Item1).AddMinutes((span.Item2 / 30 * 30) + span.Item3))).Distinct()];
            var folds = DailyFold.Of(given, zone);
            Assert.Equal(given.Order(), folds.SelectMany(fold => fold.Spans).Select(span => (span.From, span.Until)).Order());
            Assert.All(folds, fold => Assert.True(fold.IsMoving || fold.Spans.DistinctBy(span => span.Hours).Count() == 1));
        },
        iter: 500);

    [Theory]
    [InlineData("always", DayPatternKind.Daily)]
    [InlineData("work", DayPatternKind.Working)]
    [InlineData("rest", DayPatternKind.Resting)]
    [InlineData("sat", DayPatternKind.Weekly)]
    [InlineData("mon | wed", DayPatternKind.Weekly)]
    [InlineData("every:3@2026-01-01", DayPatternKind.Listed)]
    [InlineData("always & !date:9-20", DayPatternKind.Listed)]
    public void Pattern_OfDaysOfARule_IsThatRule(string rule, DayPatternKind kind)
    {
        var days = DayRule.Parse(rule);
        DateOnly[] held = [.. Enumerable.Range(0, 45).Select(new DateOnly(2026, 9, 5).AddDays).Where(day => days.HoldsOn(day, Committed.Calendar))];
        Assert.Equal(kind, DayPattern.Of(held, Committed.Calendar).Kind);
    }

    private static readonly DateTimeOffset Start = new(2026, 10, 10, 0, 0, 0, TimeSpan.Zero);

    private static (DateTimeOffset From, DateTimeOffset Until) Span(int day, string from, int endDay, string until) => (At(day, from), At(endDay, until));

    private static DateTimeOffset At(int day, string time) => new(new DateOnly(2026, 9, 5).AddDays(day).ToDateTime(TimeOnly.Parse(time, null)), TimeSpan.FromHours(8));

    private static DateTimeOffset Wall(TimeZoneInfo zone, DateTime local) => new(local, zone.GetUtcOffset(local));
}
