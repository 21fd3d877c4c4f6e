using System.Globalization;
using Signage.Core.Text;

namespace Signage.Core.Calendars;

/// <summary>Where a site is, as far as the sun is concerned: a tenth of a degree moves a sunrise by half a minute.</summary>
public sealed record SitePlace
{
    private const double MostLatitude = 90;
    private const double MostLongitude = 180;

    /// <summary>Makes a place.</summary>
    /// <param name="latitude">Degrees north of the equator, -90 to 90; south is negative.</param>
    /// <param name="longitude">Degrees east of Greenwich, -180 to 180; west is negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is out of its range, or no number.</exception>
    public SitePlace(double latitude, double longitude)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(Math.Abs(latitude) <= MostLatitude, true, nameof(latitude));
        ArgumentOutOfRangeException.ThrowIfNotEqual(Math.Abs(longitude) <= MostLongitude, true, nameof(longitude));
        (Latitude, Longitude) = (latitude, longitude);
    }

    /// <summary>Degrees north of the equator, -90 to 90.</summary>
    public double Latitude { get; }

    /// <summary>Degrees east of Greenwich, -180 to 180.</summary>
    public double Longitude { get; }

    /// <summary>Reads a place as people set it, both in degrees with a point: <c>39.904</c>, <c>116.407</c>.</summary>
    /// <exception cref="FormatException">One is missing, no number or out of its range; the message says which.</exception>
    public static SitePlace Parse(string? latitude, string? longitude) => new(
        Degrees(latitude, MostLatitude) ?? throw new FormatException(Words.NotALatitude.With(latitude)),
        Degrees(longitude, MostLongitude) ?? throw new FormatException(Words.NotALongitude.With(longitude)));

    private static double? Degrees(string? text, double most) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most
            ? degrees
            : null;
}
