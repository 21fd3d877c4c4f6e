namespace Signage.Core.Alerts;

/// <summary>
/// <c>polygon</c> of CAP 1.2: a closed ring. Its edges are straight on a map of degrees; an edge of more than 180 degrees of longitude is taken the short way, over the
/// 180th meridian, except one from -180 to 180 exactly, which is that of a map of the whole world. A ring round a pole holds nothing.
/// </summary>
/// <param name="Ring">At least four points; the last is the first again.</param>
public sealed record AlertPolygon(IReadOnlyList<GeoPoint> Ring)
{
    private const double Round = 360;

    // A centimetre on the ground: what is nearer to an edge than arithmetic can tell lies on it.
    private const double OnEdge = 1e-7;

    /// <summary>True when a point lies in the ring, on an edge or on a corner.</summary>
    public bool Holds(GeoPoint point)
    {
        var corners = Unrolled();
        var (least, most) = (corners.Min(corner => corner.Longitude), corners.Max(corner => corner.Longitude));
        if (Math.Abs(corners[^1].Longitude - corners[0].Longitude) > Round / 2)
        {
            return false;
        }

        for (var turn = -2; turn <= 2; turn++)
        {
            var there = point with { Longitude = point.Longitude + (turn * Round) };
            if (there.Longitude >= least - OnEdge && there.Longitude <= most + OnEdge && HoldsFlat(corners, there))
            {
                return true;
            }
        }

        return false;
    }

    // The ring laid out on one map that does not end at 180 degrees.
    private GeoPoint[] Unrolled()
    {
        var corners = new GeoPoint[Ring.Count];
        corners[0] = Ring[0];
        for (var i = 1; i < corners.Length; i++)
        {
            var step = Ring[i].Longitude - Ring[i - 1].Longitude;
            var isWholeWorld = Math.Abs(step) >= Round;
            step += isWholeWorld || Math.Abs(step) <= Round / 2 ? 0 : step > 0 ? -Round : Round;
            corners[i] = new GeoPoint(Ring[i].Latitude, corners[i - 1].Longitude + step);
        }

        return corners;
    }

    private static bool HoldsFlat(GeoPoint[] corners, GeoPoint point)
    {
        var inside = false;
        for (var i = 1; i < corners.Length; i++)
        {
            var (a, b) = (corners[i - 1], corners[i]);
            if (Distance(a, b, point) <= OnEdge)
            {
                return true;
            }

            // A ray to the east; an edge has its lower end and not its upper one, so that a corner on the ray counts once.
            if (a.Latitude > point.Latitude != b.Latitude > point.Latitude
                && point.Longitude < a.Longitude + ((point.Latitude - a.Latitude) / (b.Latitude - a.Latitude) * (b.Longitude - a.Longitude)))
            {
                inside = !inside;
            }
        }

        return inside;
    }

    private static double Distance(GeoPoint a, GeoPoint b, GeoPoint point)
    {
        var (x, y) = (b.Longitude - a.Longitude, b.Latitude - a.Latitude);
        var length = (x * x) + (y * y);
        var along = length == 0 ? 0 : Math.Clamp((((point.Longitude - a.Longitude) * x) + ((point.Latitude - a.Latitude) * y)) / length, 0, 1);
        return double.Hypot(a.Longitude + (along * x) - point.Longitude, a.Latitude + (along * y) - point.Latitude);
    }
}
