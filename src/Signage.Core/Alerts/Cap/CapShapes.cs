using System.Globalization;
using System.Xml.Linq;
using Signage.Core.Alerts.Documents;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Cap;

/// <summary>Polygons and circles as CAP 1.2 writes them: <c>latitude,longitude</c> with a point, parted by spaces.</summary>
internal static class CapShapes
{
    private const int FewestPoints = 4;

    private static readonly char[] Space = [' ', '\t', '\r', '\n'];

    /// <summary>Reads a <c>polygon</c>; null when it is none.</summary>
    public static AlertPolygon? Polygon(XElement element, AlertRemarks remarks)
    {
        var written = element.Value.Split(Space, StringSplitOptions.RemoveEmptyEntries);
        var ring = new GeoPoint[written.Length];
        for (var i = 0; i < written.Length; i++)
        {
            if (!TryPoint(written[i], out ring[i]))
            {
                remarks.Refuse(element, Words.AlertPoint.With(element.Name.LocalName, AlertRemarks.Shown(written[i])));
                return null;
            }
        }

        if (ring.Length < FewestPoints || ring[0] != ring[^1])
        {
            remarks.Refuse(element, Words.AlertRing.With(ring.Length));
            return null;
        }

        return new AlertPolygon(ring);
    }

    /// <summary>Reads a <c>circle</c>; null when it is none.</summary>
    public static AlertCircle? Circle(XElement element, AlertRemarks remarks)
    {
        if (element.Value.Split(Space, StringSplitOptions.RemoveEmptyEntries) is [var centre, var radius]
            && TryPoint(centre, out var point) && TryNumber(radius, out var kilometres) && kilometres >= 0)
        {
            return new AlertCircle(point, kilometres);
        }

        remarks.Refuse(element, Words.AlertRound.With(AlertRemarks.Shown(element.Value)));
        return null;
    }

    /// <summary>Reads a number: digits with a point, no thousands, no exponent.</summary>
    public static bool TryNumber(string written, out double number) =>
        double.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && double.IsFinite(number);

    private static bool TryPoint(string written, out GeoPoint point)
    {
        point = default;
        if (written.Split(',') is not [var north, var east] || !TryNumber(north, out var latitude) || !TryNumber(east, out var longitude)
            || Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
        {
            return false;
        }

        point = new GeoPoint(latitude, longitude);
        return true;
    }
}
