using System.Security;
using Signage.Core.Alerts;
using Signage.Core.Calendars;
using Signage.Core.Text;

namespace Signage.Controller.Hosting;

/// <summary>Where a site is: its time zone, and the sun over it.</summary>
internal static class SiteZone
{
    /// <summary>Finds a time zone by its name.</summary>
    /// <exception cref="SiteStartException">There is none of that name.</exception>
    public static TimeZoneInfo Find(string name)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception unknown) when (unknown is TimeZoneNotFoundException or InvalidTimeZoneException or SecurityException or ArgumentException)
        {
            throw new SiteStartException(Words.NoSuchZone.With(name), unknown);
        }
    }

    /// <summary>Where a site is, as far as warnings are concerned.</summary>
    /// <exception cref="SiteStartException">A code or the place is none.</exception>
    public static SitePlaceArea Area(SiteSettings settings) => new(
        [
            .. (settings.Geocodes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(text => AlertValue.Read(text) ?? throw new SiteStartException(Words.GeocodeWrong.With(text))),
        ],
        Sun(settings)?.Place);

    /// <summary>The places that are a site's own, for the screening of words.</summary>
    public static IReadOnlyCollection<string> OwnPlaces(SiteSettings settings) => (settings.OwnPlaces ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The sun over the place of a site; null when no place is set.</summary>
    /// <exception cref="SiteStartException">The place is none, or half of it is missing.</exception>
    public static SiteSun? Sun(SiteSettings settings)
    {
        if (string.IsNullOrEmpty(settings.Latitude) && string.IsNullOrEmpty(settings.Longitude))
        {
            return null;
        }

        try
        {
            return new SiteSun(SitePlace.Parse(settings.Latitude, settings.Longitude));
        }
        catch (FormatException nowhere)
        {
            throw new SiteStartException(Words.PlaceWrong.With(nowhere.Message), nowhere);
        }
    }
}
