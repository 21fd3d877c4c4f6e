using CsCheck;
using Signage.Core.Calendars;

namespace Signage.Core.Tests.Calendars;

/// <summary>Sunrise and sunset where no almanac tells one, and places that are none.</summary>
public sealed class SiteSunTests
{
    private static readonly SitePlace Longyearbyen = new(78.22, 15.65);

    [Fact]
    public void Sun_WhereItDoesNotSet_RisesAndSetsWhenItIsLowest()
    {
        var day = new SiteSun(Longyearbyen).Around(new DateTimeOffset(2026, 6, 21, 12, 0, 0, TimeSpan.FromHours(2)));
        Assert.InRange(day.Sunset - day.Sunrise, TimeSpan.FromMinutes(1438), TimeSpan.FromMinutes(1442));
    }

    [Fact]
    public void Sun_WhereItDoesNotRise_RisesAndSetsWhenItIsHighest()
    {
        var noon = new DateTimeOffset(2026, 12, 21, 12, 0, 0, TimeSpan.FromHours(1));
        var day = new SiteSun(Longyearbyen).Around(noon);
        Assert.Equal(day.Sunrise, day.Sunset);
        Assert.InRange(day.Sunset, noon.AddMinutes(-10), noon.AddMinutes(0));
    }

    [Fact]
    public void Sun_AtAnyPlaceAndInstant_RisesBeforeItSetsAndWithinADay() =>
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], Gen.Long[DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks]).Sample(
            (latitude, longitude, ticks) =>
            {
                var noon = new DateTimeOffset(ticks, TimeSpan.Zero);
                var (sun, again) = (new SiteSun(new SitePlace(latitude, longitude)), new SiteSun(new SitePlace(latitude, longitude)));
                var day = sun.Around(noon);
                Assert.True(day.Sunrise <= day.Sunset, $"{latitude} {longitude} {noon:O}: {day}");
                Assert.True((day.Sunrise - noon).Duration() <= TimeSpan.FromHours(25) && (day.Sunset - noon).Duration() <= TimeSpan.FromHours(25), $"{latitude} {longitude} {noon:O}: {day}");
                Assert.Equal(day, sun.Around(noon));
                Assert.Equal(day, again.Around(noon));
            },
            iter: 2000);

    [Fact]
    public void Sun_AtTheEndsOfTimeAndAtThePoles_IsStillThere()
    {
        foreach (var latitude in new[] { -90.0, 0, 90 })
        {
            foreach (var instant in new[] { DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new DateTimeOffset(2026, 3, 20, 12, 0, 0, TimeSpan.Zero) })
            {
                var day = new SiteSun(new SitePlace(latitude, 180)).Around(instant);
                Assert.True(day.Sunrise <= day.Sunset);
            }
        }
    }

    [Theory]
    [InlineData("39.904", "116.407", 39.904, 116.407)]
    [InlineData("-90", "180", -90, 180)]
    [InlineData("0", "-180", 0, -180)]
    public void Place_WhenItIsOne_IsRead(string latitude, string longitude, double north, double east) =>
        Assert.Equal(new SitePlace(north, east), SitePlace.Parse(latitude, longitude));

    [Theory]
    [InlineData("90.1", "0", "'90.1' 不是纬度")]
    [InlineData("116.4", "39.9", "'116.4' 不是纬度")]
    [InlineData("NaN", "0", "'NaN' 不是纬度")]
    [InlineData("39,9", "0", "'39,9' 不是纬度")]
    [InlineData("1e1", "0", "'1e1' 不是纬度")]
    [InlineData(null, "0", "'' 不是纬度")]
    [InlineData("0", "180.5", "'180.5' 不是经度")]
    [InlineData("0", "116°E", "'116°E' 不是经度")]
    [InlineData("0", null, "'' 不是经度")]
    public void Place_WhenItIsNone_SaysWhich(string? latitude, string? longitude, string complaint) =>
        Assert.StartsWith(complaint, Assert.Throws<FormatException>(() => SitePlace.Parse(latitude, longitude)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(90.5, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    public void Place_WhenMadeOutOfRange_IsRefused(double latitude, double longitude) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SitePlace(latitude, longitude));
}
