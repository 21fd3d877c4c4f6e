namespace Signage.Core.Alerts;

/// <summary><c>circle</c> of CAP 1.2: all within a distance over the ground.</summary>
/// <param name="Centre">Its middle.</param>
/// <param name="RadiusKilometres">The distance in kilometres, 0 or more; 0 is the point alone.</param>
public sealed record AlertCircle(GeoPoint Centre, double RadiusKilometres)
{
    private const double EarthKilometres = 6371.0088;

    // A metre: a site is not known better, and arithmetic is much better.
    private const double OnEdge = 0.001;

    /// <summary>True when a point lies in the circle or on it.</summary>
    public bool Holds(GeoPoint point) => DistanceTo(point) <= RadiusKilometres + OnEdge;

    /// <summary>Kilometres along the great circle from the middle to a point.</summary>
    public double DistanceTo(GeoPoint point)
    {
        var (from, to) = (double.DegreesToRadians(Centre.Latitude), double.DegreesToRadians(point.Latitude));
        var (north, east) = (Math.Sin((to - from) / 2), Math.Sin(double.DegreesToRadians(point.Longitude - Centre.Longitude) / 2));
        var half = (north * north) + (Math.Cos(from) * Math.Cos(to) * east * east);
        return 2 * EarthKilometres * Math.Asin(Math.Sqrt(Math.Min(1, half)));
    }
}
