using System.Xml.Linq;
using Signage.Core.Alerts.Documents;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Cap;

/// <summary>
/// Reads CAP 1.2: one message, or those in an Atom or RSS feed or an EDXL-DE envelope. Strict: what the standard does not allow is turned away with its line and is never
/// lit. Total: no input makes it throw. Pure; safe from any thread.
/// </summary>
internal static class CapReader
{
    private const int MostMessages = 1000;

    /// <summary>Reads a document by its root, one of those that <see cref="CapContents.IsRoot"/> knows.</summary>
    /// <param name="root">The root.</param>
    /// <param name="received">When it came; a message sent after it is remarked upon.</param>
    public static AlertReading Read(XElement root, DateTimeOffset received)
    {
        var remarks = new AlertRemarks();
        var found = CapContents.Of(root, remarks);
        var messages = new List<AlertMessage>();
        foreach (var element in found.Alerts.Take(MostMessages))
        {
            if (Message(element, received, remarks) is { } message)
            {
                messages.Add(message);
            }
        }

        if (found.Alerts.Count > MostMessages)
        {
            remarks.Refuse(found.Alerts[MostMessages], Words.AlertTooMany.With(MostMessages));
        }

        return new AlertReading(
            messages.Count > 0 ? AlertDocument.Messages : AlertDocument.NoMessage, messages, [.. remarks.All.OrderBy(remark => remark.Line)], found.Links);
    }

    private static AlertMessage? Message(XElement element, DateTimeOffset received, AlertRemarks remarks)
    {
        var own = new AlertRemarks();
        var message = new CapAlert(element, own, received).Read();
        remarks.Take(own);
        return message;
    }
}
