namespace Signage.Core.Calendars;

/// <summary>
/// Where the sun stands over the turning earth, by Meeus, Astronomical Algorithms, chapters 12, 13 and 22. What is left out (the sun's parallax, the
/// nodding of the earth's axis) moves a sunrise in China by less than a second.
/// </summary>
internal static class SunInSky
{
    private const double Radian = Math.PI / 180;

    /// <summary>Where it stands at an instant.</summary>
    /// <returns>Degrees north of the equator, and degrees that it has passed the meridian of Greenwich, not brought below a turn.</returns>
    public static (double Declination, double HourAngle) At(DateTimeOffset instant)
    {
        var (days, centuries) = (SunLongitude.UniversalDays(instant), SunLongitude.Millennia(instant) * 10);
        var (longitude, obliquity) = (SunLongitude.At(instant) * Radian, (23.4392911 - (0.0130042 * centuries)) * Radian);
        var ascension = Math.Atan2(Math.Cos(obliquity) * Math.Sin(longitude), Math.Cos(longitude));
        var sidereal = 280.46061837 + (360.98564736629 * days) + (Nutation.InLongitude(centuries) * Math.Cos(obliquity) / Radian);
        return (Math.Asin(Math.Sin(obliquity) * Math.Sin(longitude)) / Radian, sidereal - (ascension / Radian));
    }
}
