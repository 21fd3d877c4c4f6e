using System.Globalization;
using Signage.Controller.Hosting;
using Signage.Core.Calendars;
using Year.Tests.Oracle;

namespace Year.Tests.Sites;

/// <summary>Where a site is set up to be.</summary>
/// <param name="Zone">Its time zone.</param>
/// <param name="Place">Degrees north and east; null where nobody told it.</param>
internal sealed record SiteHome(string Zone, (double North, double East)? Place)
{
    /// <summary>
    /// Homes with and without daylight saving, of whole and half hours; one that does not know its place, one whose noon is at three, and one where the sun does not
    /// set in summer and does not rise in winter.
    /// </summary>
    public static IReadOnlyList<SiteHome> All { get; } =
    [
        new("Asia/Shanghai", (31.23, 121.47)),
        new("Europe/Berlin", (52.52, 13.405)),
        new("America/New_York", (40.713, -74.006)),
        new("Australia/Lord_Howe", (-31.55, 159.08)),
        new("America/St_Johns", (47.56, -52.71)),
        new("Asia/Shanghai", null),
        new("Asia/Shanghai", (39.47, 75.99)),
        new("Europe/Oslo", (69.65, 18.956)),
    ];

    /// <summary>The first home of a zone.</summary>
    public static SiteHome Of(string zone) => All.First(home => home.Zone == zone);

    /// <summary>What the oracle looks at.</summary>
    public SiteSky Sky => new(TimeZoneInfo.FindSystemTimeZoneById(Zone), Place is { } place ? new SiteSun(new SitePlace(place.North, place.East)) : null);

    /// <summary>What the site is told.</summary>
    /// <param name="folder">Where it keeps its data.</param>
    public SiteSettings Settings(string folder) => new()
    {
        Data = folder,
        Profiles = Path.Combine(AppContext.BaseDirectory, "firmware-profiles"),
        TimeZone = Zone,
        Latitude = Place?.North.ToString(CultureInfo.InvariantCulture),
        Longitude = Place?.East.ToString(CultureInfo.InvariantCulture),
    };
}
