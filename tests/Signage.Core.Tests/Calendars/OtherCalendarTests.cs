using System.Globalization;
using Signage.Core.Calendars;
using Signage.Testing.Processes;

namespace Signage.Core.Tests.Calendars;

/// <summary>Each day of two hundred years, against a calendar made by others (npm lunar-javascript).</summary>
public sealed class OtherCalendarTests
{
    [Fact]
    public async Task Days_OfTwoHundredYears_AreWhatAnotherCalendarSays()
    {
        var package = await NodePackage.InstallAsync("tests/Signage.Core.Tests/Calendars/Others", TestContext.Current.CancellationToken);
        await using (package)
        {
            var lines = (await package.RunAsync(TestContext.Current.CancellationToken, "days.js")).Split('\n');
            Assert.Equal(73_414, lines.Length);
            Assert.Empty(lines.SelectMany(Differences));
        }
    }

    private static IEnumerable<string> Differences(string line)
    {
        var parts = line.Split(',');
        var day = DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var numbers = parts[1..4].Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        var theirs = new LunarDate(numbers[0], Math.Abs(numbers[1]), numbers[1] < 0, numbers[2]);
        if (LunarDays.Of(day) is { } lunar && lunar != theirs)
        {
            yield return $"{day:yyyy-MM-dd}: {lunar.Year} {lunar} here, {theirs.Year} {theirs} there";
        }

        var term = SolarTerms.On(day) is { } known ? SolarTerms.NameOf(known) : "";
        if (term != parts[4])
        {
            yield return $"{day:yyyy-MM-dd}: '{term}' here, '{parts[4]}' there";
        }
    }
}
