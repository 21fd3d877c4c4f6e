using System.Xml.Linq;
using Signage.Core.Alerts.Documents;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Ebm;

/// <summary>Reads what a message tells: <c>MsgContent</c>, and from <c>MsgBasicInfo</c> how grave it is and when it is to be sent out.</summary>
internal static class EbmContent
{
    // ISO 639-2 for Chinese.
    private const string Chinese = "zho";
    private const string ChineseOnSigns = "zh-CN";

    // Sound and pictures (Auxiliary) and the number of a programme are for those who broadcast.
    private static readonly string[] Known = ["LanguageCode", "MsgTitle", "MsgDesc", "AreaCode", "ProgramNum", "Auxiliary"];

    /// <summary>The info; null, or with stopgaps, where the remarks refuse it.</summary>
    /// <param name="message">The element <c>EBM</c>.</param>
    /// <param name="basicInfo">The element <c>MsgBasicInfo</c>.</param>
    /// <param name="sent">When the message was sent.</param>
    /// <param name="remarks">Where to say what is wrong.</param>
    public static AlertInfo? Read(AlertElement message, XElement basicInfo, DateTimeOffset sent, AlertRemarks remarks)
    {
        if (message.One("MsgContent") is not { } element)
        {
            remarks.Refuse(message.Element, Words.AlertMissing.With("MsgContent", message.Element.Name.LocalName));
            return null;
        }

        var (content, basics) = (new AlertElement(element, remarks), new AlertElement(basicInfo, remarks));
        content.NoteOthersThan(Known);
        var (starts, ends) = (EbmTime.Required(basics, "StartTime", remarks), EbmTime.Required(basics, "EndTime", remarks));
        if (ends < (starts > sent ? starts : sent))
        {
            remarks.Refuse(basics.One("EndTime"), Words.EbmEndsEarly);
        }

        return new AlertInfo
        {
            Language = content.Optional("LanguageCode") is { } language && language != Chinese ? language : ChineseOnSigns,
            Categories = [AlertCategory.Other],
            Event = content.Required("MsgTitle"),
            Headline = content.Optional("MsgDesc"),
            Urgency = AlertUrgency.Unknown,
            Severity = EbmSeverity.Of(basics, remarks),
            Certainty = AlertCertainty.Unknown,
            EventCodes = basics.Optional("EventType") is { } code ? [new AlertValue("EventType", code)] : [],
            SenderName = basics.Optional("SenderName"),
            Effective = starts,
            Expires = ends,
            Areas = [Area(content, remarks)],
        };
    }

    private static AlertArea Area(AlertElement content, AlertRemarks remarks)
    {
        var written = content.Required("AreaCode");
        string[] codes = [.. written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        foreach (var code in codes.Where(code => !DivisionCode.IsOne(code)))
        {
            remarks.Refuse(content.One("AreaCode"), Words.EbmArea.With(AlertRemarks.Shown(code)));
        }

        if (codes.Length == 0 && written.Length > 0)
        {
            remarks.Refuse(content.One("AreaCode"), Words.EbmArea.With(AlertRemarks.Shown(written)));
        }

        return new AlertArea { Words = written, Codes = [.. codes.Select(code => new AlertValue(DivisionCode.Name, code))] };
    }
}
