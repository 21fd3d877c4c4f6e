using System.Xml.Linq;
using Signage.Core.Alerts.Documents;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Ebm;

/// <summary>Reads <c>EBD</c>, the package. Platforms exchange many kinds of it: heartbeats, states, records. One kind holds a message.</summary>
internal static class EbmPackage
{
    private const string Message = "EBM";

    private static readonly string[] Known = ["EBDVersion", "EBDID", "EBDType", "SRC", "DEST", "EBDTime", "RelatedEBD", Message];

    /// <summary>Reads a package by its root.</summary>
    /// <param name="root">The element <c>EBD</c>.</param>
    /// <param name="received">When it came; a message sent after it is remarked upon.</param>
    public static AlertReading Read(XElement root, DateTimeOffset received)
    {
        var remarks = new AlertRemarks();
        var message = Only(new AlertElement(root, remarks), remarks, received);
        AlertMessage[] messages = message is null ? [] : [message];
        return new AlertReading(
            messages.Length > 0 ? AlertDocument.Messages : AlertDocument.NoMessage, messages, [.. remarks.All.OrderBy(remark => remark.Line)], []);
    }

    private static AlertMessage? Only(AlertElement package, AlertRemarks remarks, DateTimeOffset received)
    {
        if (package.Required("EBDType") is not { Length: > 0 } kind)
        {
            return null;
        }

        if (kind != Message)
        {
            remarks.Refuse(package.One("EBDType"), Words.EbmOtherPackage.With(AlertRemarks.Shown(kind)));
            return null;
        }

        if (package.One(Message) is not { } element)
        {
            remarks.Refuse(package.Element, Words.AlertMissing.With(Message, package.Element.Name.LocalName));
            return null;
        }

        remarks.Note(package.Element, Words.EbmUnproven);
        package.NoteOthersThan(Known);
        var message = new EbmMessage(package, new AlertElement(element, remarks), remarks).Read(received);
        return remarks.Refused ? null : message;
    }
}
