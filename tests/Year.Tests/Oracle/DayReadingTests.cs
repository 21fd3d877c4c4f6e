using Signage.Controller.Planning;

namespace Year.Tests.Oracle;

/// <summary>The oracle's own reading of day rules, by the examples of docs/calendar.md and a printed calendar.</summary>
public sealed class DayReadingTests
{
    [Theory]
    [InlineData("day:国庆节", "2026-10-01", true)]
    [InlineData("day:国庆节", "2026-10-07", true)]
    [InlineData("day:国庆节", "2026-10-08", false)]
    [InlineData("day:中秋节", "2025-10-02", true)]
    [InlineData("day:国庆节", "2027-10-01", true)]
    [InlineData("day:国庆节", "2027-10-02", false)]
    [InlineData("day:春节-3 & !day:春节", "2026-02-12", true)]
    [InlineData("day:春节-3 & !day:春节", "2026-02-15", false)]
    [InlineData("work", "2026-02-14", true)]
    [InlineData("rest", "2026-02-16", true)]
    [InlineData("lunar:12-last", "2026-02-16", true)]
    [InlineData("lunar:12-23..1-15", "2026-03-03", true)]
    [InlineData("lunar:12-23..1-15", "2026-03-04", false)]
    [InlineData("lunar:leap6-1", "2025-07-25", true)]
    [InlineData("lunar:6-1", "2025-07-25", false)]
    [InlineData("lunar:6-20..7-3", "2025-08-01", true)]
    [InlineData("term:清明", "2026-04-05", true)]
    [InlineData("nth:3tue@3", "2026-03-17", true)]
    [InlineData("nth:lastfri", "2026-03-27", true)]
    [InlineData("nth:lastfri", "2026-03-20", false)]
    [InlineData("every:3@2026-01-01", "2025-12-29", true)]
    [InlineData("date:12-20..1-5", "2027-01-05", true)]
    [InlineData("sat-mon", "2026-03-02", true)]
    [InlineData("!sat|sat & (work | rest)", "2026-03-07", true)]
    public async Task Rule_WhenReadFromItsText_HoldsAsTheCalendarSays(string rule, string day, bool holds)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, CalendarFolder.BesideProgram);
        var token = TestContext.Current.CancellationToken;
        var notices = new Notices(await File.ReadAllLinesAsync(Path.Combine(folder, "statutory-days.csv"), token));
        var reading = new DayReading(new DayWords(notices, await File.ReadAllLinesAsync(Path.Combine(folder, "named-days.csv"), token)));
        Assert.Equal(holds, reading.Holds(rule, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }
}
