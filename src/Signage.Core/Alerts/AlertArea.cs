namespace Signage.Core.Alerts;

/// <summary>Where an info holds: the element <c>area</c> of CAP 1.2. What lies in any of its shapes or codes lies in it.</summary>
public sealed record AlertArea
{
    /// <summary><c>areaDesc</c>: the area in words.</summary>
    public required string Words { get; init; }

    /// <summary><c>polygon</c>.</summary>
    public IReadOnlyList<AlertPolygon> Polygons { get; init; } = [];

    /// <summary><c>circle</c>.</summary>
    public IReadOnlyList<AlertCircle> Circles { get; init; } = [];

    /// <summary><c>geocode</c>.</summary>
    public IReadOnlyList<AlertValue> Codes { get; init; } = [];

    /// <summary><c>altitude</c> in feet above the sea: the height, or the lowest when there is a ceiling; null when it is not told. A sign does not judge it.</summary>
    public double? Altitude { get; init; }

    /// <summary><c>ceiling</c> in feet above the sea; null when it is not told. A sign does not judge it.</summary>
    public double? Ceiling { get; init; }

    /// <summary>True when nothing but words says where it is.</summary>
    public bool IsOnlyWords => Polygons.Count == 0 && Circles.Count == 0 && Codes.Count == 0;
}

/// <summary>A point on the earth (WGS 84).</summary>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude);
