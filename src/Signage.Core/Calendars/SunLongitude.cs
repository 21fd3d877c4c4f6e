namespace Signage.Core.Calendars;

/// <summary>
/// Where the sun stands on its yearly way: apparent geocentric longitude, good to about a second of arc (half a minute of time) for 1900–2100.
/// The theory is VSOP87 (Bretagnon and Francou 1988) shortened as in Meeus, Astronomical Algorithms, chapters 22, 25 and 32.
/// </summary>
internal static class SunLongitude
{
    private const double J2000Days = 730_119.5;   // 1 January 2000, noon, counted from day 0 of DateOnly
    private const double DaysPerMillennium = 365_250;
    private const double SecondsPerDay = 86_400;
    private const double ArcSecond = Math.PI / 180 / 3600;

    /// <summary>Degrees, 0 up to 360, at the equinox of the date.</summary>
    public static double At(DateTimeOffset instant)
    {
        var millennia = Millennia(instant);
        var sun = EarthOrbit.Longitude(millennia) + Math.PI - (0.09033 * ArcSecond) + Nutation.InLongitude(millennia * 10) - (20.4898 * ArcSecond / EarthOrbit.Distance(millennia));
        var degrees = sun * 180 / Math.PI % 360;
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /// <summary>Days of universal time since the noon of 1 January 2000.</summary>
    public static double UniversalDays(DateTimeOffset instant) => (instant.UtcTicks / (double)TimeSpan.TicksPerDay) - J2000Days;

    /// <summary>Julian millennia of terrestrial time since the noon of 1 January 2000.</summary>
    public static double Millennia(DateTimeOffset instant) =>
        (UniversalDays(instant) + (EarthClock.Behind(instant.UtcDateTime) / SecondsPerDay)) / DaysPerMillennium;
}
