using System.Globalization;
using Signage.Core.Calendars;
using Signage.Testing.Processes;

namespace Signage.Core.Tests.Calendars;

/// <summary>Sunrise and sunset in cities of China over ten years, against an almanac made by others (npm astronomy-engine).</summary>
public sealed class OtherSunTests
{
    /// <summary>Half a minute is lost by telling whole minutes; the rest is left for a sun that looks smaller in summer, which is slow to set in Mohe.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(35);

    [Fact]
    public async Task Sun_OverNineCitiesInTenYears_RisesAndSetsWhenAnotherAlmanacSays()
    {
        var package = await NodePackage.InstallAsync("tests/Signage.Core.Tests/Calendars/Others", TestContext.Current.CancellationToken);
        await using (package)
        {
            var lines = (await package.RunAsync(TestContext.Current.CancellationToken, "sun.js")).Split('\n');
            Assert.Equal(9 * 1218, lines.Length);
            Assert.Empty(lines.SelectMany(Differences));
        }
    }

    private static IEnumerable<string> Differences(string line)
    {
        var parts = line.Split(',');
        var noon = new DateTimeOffset(DateOnly.ParseExact(parts[3], "yyyy-MM-dd", CultureInfo.InvariantCulture), new TimeOnly(12, 0), TimeSpan.FromHours(8));
        var ours = new SiteSun(SitePlace.Parse(parts[1], parts[2])).Around(noon);
        foreach (var (here, there) in new[] { (ours.Sunrise, parts[4]), (ours.Sunset, parts[5]) })
        {
            if ((here - DateTimeOffset.Parse(there, CultureInfo.InvariantCulture)).Duration() > Tolerance)
            {
                yield return $"{parts[0]}: {here:O} here, {there} there";
            }
        }
    }
}
