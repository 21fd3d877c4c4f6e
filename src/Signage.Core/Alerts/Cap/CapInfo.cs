using System.Xml.Linq;
using Signage.Core.Alerts.Documents;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Cap;

/// <summary>Reads one element <c>info</c> with its areas (CAP 1.2, sections 3.2.2 and 3.2.4).</summary>
/// <param name="info">The element.</param>
/// <param name="remarks">Where to say what is wrong with it.</param>
/// <param name="sent">When its message was sent.</param>
internal sealed class CapInfo(XElement info, AlertRemarks remarks, DateTimeOffset sent)
{
    private static readonly string[] Known =
    [
        "language", "category", "event", "responseType", "urgency", "severity", "certainty", "audience", "eventCode", "effective", "onset", "expires", "senderName",
        "headline", "description", "instruction", "web", "contact", "parameter", "resource", "area",
    ];

    private static readonly string[] KnownOfAreas = ["areaDesc", "polygon", "circle", "geocode", "altitude", "ceiling"];

    private readonly CapElement _info = new(info, remarks);

    /// <summary>The info; with stopgaps where the remarks refuse it.</summary>
    public AlertInfo Read()
    {
        _info.NoteOthersThan(Known);
        var read = new AlertInfo
        {
            Language = _info.Optional("language") ?? AlertInfo.UsualLanguage,
            Categories = _info.Codes<AlertCategory>("category"),
            Event = _info.Required("event"),
            Responses = _info.Codes<AlertResponse>("responseType"),
            Urgency = _info.Code<AlertUrgency>("urgency"),
            Severity = _info.Code<AlertSeverity>("severity"),
            Certainty = _info.Code<AlertCertainty>("certainty"),
            Audience = _info.Optional("audience"),
            EventCodes = _info.Values("eventCode"),
            Effective = _info.Time("effective"),
            Onset = _info.Time("onset"),
            Expires = _info.Time("expires"),
            SenderName = _info.Optional("senderName"),
            Headline = _info.Optional("headline"),
            Description = _info.Optional("description"),
            Instruction = _info.Optional("instruction"),
            Areas = [.. _info.All("area").Select(Area)],
        };
        if (read.Categories.Count == 0)
        {
            remarks.Refuse(info, Words.AlertMissing.With("category", "info"));
        }

        if (read.Expires is { } until && until < (read.Effective > sent ? read.Effective : sent))
        {
            remarks.Refuse(_info.One("expires"), Words.AlertEndsEarly);
        }

        return read;
    }

    private AlertArea Area(CapElement area)
    {
        area.NoteOthersThan(KnownOfAreas);
        var read = new AlertArea
        {
            Words = area.Required("areaDesc"),
            Polygons = [.. area.All("polygon").Select(polygon => CapShapes.Polygon(polygon.Element, remarks)).OfType<AlertPolygon>()],
            Circles = [.. area.All("circle").Select(circle => CapShapes.Circle(circle.Element, remarks)).OfType<AlertCircle>()],
            Codes = area.Values("geocode"),
            Altitude = area.Number("altitude"),
            Ceiling = area.Number("ceiling"),
        };
        if (read is { Ceiling: not null, Altitude: null })
        {
            remarks.Refuse(area.Element, Words.AlertMissing.With("altitude", "area"));
        }

        return read;
    }
}
