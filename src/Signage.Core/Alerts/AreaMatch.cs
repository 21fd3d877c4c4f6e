namespace Signage.Core.Alerts;

/// <summary>Why an area concerns a site, or does not.</summary>
public enum AreaReason
{
    /// <summary>A code of the area is that of the site or covers it.</summary>
    Code,

    /// <summary>The site lies in a polygon.</summary>
    Polygon,

    /// <summary>The site lies in a circle.</summary>
    Circle,

    /// <summary>There are shapes or codes, and the site is in none.</summary>
    Elsewhere,

    /// <summary>No area has a shape or a code; nobody but a person can tell.</summary>
    OnlyWords,
}

/// <summary>Does an info concern a site? Any of its areas is enough.</summary>
/// <param name="Reason">Why, or why not.</param>
/// <param name="Area">The first area that the site is in; null when it is in none.</param>
/// <param name="Code">The code of the area that covers the site; null when it was not by code.</param>
public sealed record AreaMatch(AreaReason Reason, AlertArea? Area = null, AlertValue? Code = null)
{
    /// <summary>True when the site is meant.</summary>
    public bool Concerns => Area is not null;

    /// <summary>Judges an info for a site.</summary>
    public static AreaMatch Of(AlertInfo info, SitePlaceArea site)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(site);
        return info.Areas.Select(area => Of(area, site)).FirstOrDefault(match => match is not null)
            ?? new AreaMatch(info.Areas.All(area => area.IsOnlyWords) ? AreaReason.OnlyWords : AreaReason.Elsewhere);
    }

    private static AreaMatch? Of(AlertArea area, SitePlaceArea site)
    {
        if (area.Codes.FirstOrDefault(code => site.Codes.Any(mine => Covers(code, mine))) is { } covering)
        {
            return new AreaMatch(AreaReason.Code, area, covering);
        }

        if (site.Place is not { } place)
        {
            return null;
        }

        var point = new GeoPoint(place.Latitude, place.Longitude);
        return area.Polygons.Any(polygon => polygon.Holds(point)) ? new AreaMatch(AreaReason.Polygon, area)
            : area.Circles.Any(circle => circle.Holds(point)) ? new AreaMatch(AreaReason.Circle, area)
            : null;
    }

    // Who writes "adcode" and who writes "ADCODE" means the same maker.
    private static bool Covers(AlertValue area, AlertValue site) =>
        string.Equals(area.Name, site.Name, StringComparison.OrdinalIgnoreCase) && (area.Value == site.Value || DivisionCode.Covers(area.Value, site.Value));
}
