namespace Signage.Core.Calendars;

/// <summary>How far the equinox nods: nutation in longitude, the largest terms of the IAU theory of 1980 as in Meeus, Astronomical Algorithms, table 22.A.</summary>
internal static class Nutation
{
    private const double ArcSecond = Math.PI / 180 / 3600;
    private const double Unit = 0.0001 * ArcSecond;

    // Multiples of D, M, M', F and the node; the factor in 0.0001 seconds of arc, and its change in a century.
    private static readonly (int Elongation, int Sun, int Moon, int Latitude, int Node, double Factor, double Change)[] Terms =
    [
        (0, 0, 0, 0, 1, -171_996, -174.2), (-2, 0, 0, 2, 2, -13_187, -1.6), (0, 0, 0, 2, 2, -2274, -0.2), (0, 0, 0, 0, 2, 2062, 0.2),
        (0, 1, 0, 0, 0, 1426, -3.4), (0, 0, 1, 0, 0, 712, 0.1), (-2, 1, 0, 2, 2, -517, 1.2), (0, 0, 0, 2, 1, -386, -0.4),
        (0, 0, 1, 2, 2, -301, 0), (-2, -1, 0, 2, 2, 217, -0.5), (-2, 0, 1, 0, 0, -158, 0), (-2, 0, 0, 2, 1, 129, 0.1),
        (0, 0, -1, 2, 2, 123, 0), (2, 0, 0, 0, 0, 63, 0), (0, 0, 1, 0, 1, 63, 0.1), (2, 0, -1, 2, 2, -59, 0), (0, 0, -1, 0, 1, -58, -0.1), (0, 0, 1, 2, 1, -51, 0),
    ];

    /// <summary>Radians.</summary>
    /// <param name="centuries">Julian centuries of terrestrial time since the noon of 1 January 2000.</param>
    public static double InLongitude(double centuries)
    {
        var elongation = Angle(297.85036, 445_267.111480, centuries);
        var sun = Angle(357.52772, 35_999.050340, centuries);
        var moon = Angle(134.96298, 477_198.867398, centuries);
        var latitude = Angle(93.27191, 483_202.017538, centuries);
        var node = Angle(125.04452, -1934.136261, centuries);
        var sum = 0.0;
        foreach (var term in Terms)
        {
            var at = (term.Elongation * elongation) + (term.Sun * sun) + (term.Moon * moon) + (term.Latitude * latitude) + (term.Node * node);
            sum += (term.Factor + (term.Change * centuries)) * Math.Sin(at);
        }

        return sum * Unit;
    }

    private static double Angle(double start, double speed, double centuries) => (start + (speed * centuries)) * Math.PI / 180;
}
