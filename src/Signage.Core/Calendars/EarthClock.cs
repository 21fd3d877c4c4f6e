namespace Signage.Core.Calendars;

/// <summary>
/// How far the turning earth lags behind even time (ΔT, terrestrial minus universal time), by the polynomials of Espenak and Meeus, Five Millennium
/// Canon of Solar Eclipses (NASA 2006). Years to come are a forecast; a few seconds are worth less than a second of arc.
/// </summary>
internal static class EarthClock
{
    /// <summary>Seconds, 1900–2100.</summary>
    public static double Behind(DateTime moment)
    {
        var year = moment.Year + ((moment.Month - 0.5) / 12);
        return year switch
        {
            < 1920 => Polynomial(year - 1900, -2.79, 1.494119, -0.0598939, 0.0061966, -0.000197),
            < 1941 => Polynomial(year - 1920, 21.20, 0.84493, -0.076100, 0.0020936),
            < 1961 => Polynomial(year - 1950, 29.07, 0.407, -1 / 233.0, 1 / 2547.0),
            < 1986 => Polynomial(year - 1975, 45.45, 1.067, -1 / 260.0, -1 / 718.0),
            < 2005 => Polynomial(year - 2000, 63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599),
            < 2050 => Polynomial(year - 2000, 62.92, 0.32217, 0.005589),
            _ => Polynomial((year - 1820) / 100, -20, 0, 32) - (0.5628 * (2150 - year)),
        };
    }

    private static double Polynomial(double at, params ReadOnlySpan<double> factors)
    {
        var sum = 0.0;
        for (var power = factors.Length - 1; power >= 0; power--)
        {
            sum = (sum * at) + factors[power];
        }

        return sum;
    }
}
