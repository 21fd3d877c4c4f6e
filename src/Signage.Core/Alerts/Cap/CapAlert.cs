using System.Xml.Linq;
using Signage.Core.Alerts.Documents;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Cap;

/// <summary>Reads one element <c>alert</c> (CAP 1.2, section 3.2.1).</summary>
/// <param name="alert">The element.</param>
/// <param name="remarks">Where to say what is wrong with this message.</param>
/// <param name="received">When it came.</param>
internal sealed class CapAlert(XElement alert, AlertRemarks remarks, DateTimeOffset received)
{
    private static readonly string[] Known =
    [
        "identifier", "sender", "sent", "status", "msgType", "source", "scope", "restriction", "addresses", "code", "note", "references", "incidents", "info",
    ];

    private readonly CapElement _alert = new(alert, remarks);

    /// <summary>The message; null when it is refused.</summary>
    public AlertMessage? Read()
    {
        Remark();
        var sent = _alert.Required("sent") is { Length: > 0 } written ? CapTime.Read(written, _alert.One("sent")!, remarks) : null;
        remarks.NoteAhead(_alert.One("sent"), sent, received);

        var message = new AlertMessage
        {
            Id = new AlertId(_alert.Name("sender"), _alert.Name("identifier"), sent ?? default),
            Status = _alert.Code<AlertStatus>("status"),
            Type = _alert.Code<AlertMessageType>("msgType"),
            Scope = _alert.Code<AlertScope>("scope"),
            Source = _alert.Optional("source"),
            Restriction = _alert.Optional("restriction"),
            Addresses = CapLists.Parted(_alert.Optional("addresses")),
            Codes = _alert.Texts("code"),
            Note = _alert.Optional("note"),
            References = CapLists.References(_alert.One("references"), remarks),
            Incidents = CapLists.Parted(_alert.Optional("incidents")),
            HoldsSignature = alert.Element(CapNames.Signature + "Signature") is not null,
            Original = alert.ToString(SaveOptions.DisableFormatting),
        };
        Judge(message);
        var infos = Infos(message);
        return remarks.Refused ? null : message with { Infos = infos };
    }

    private void Remark()
    {
        if (alert.Name.Namespace == CapNames.Cap11)
        {
            remarks.Note(alert, Words.AlertOldVersion);
        }

        if (alert.Element(CapNames.Signature + "Signature") is { } signature)
        {
            remarks.Note(signature, Words.AlertSigned);
        }

        _alert.NoteOthersThan(Known);
    }

    private void Judge(AlertMessage message)
    {
        if (message is { Scope: AlertScope.Restricted, Restriction: null })
        {
            remarks.Refuse(alert, Words.AlertMissing.With("restriction", "alert"));
        }

        if (message is { Scope: AlertScope.Private, Addresses.Count: 0 })
        {
            remarks.Refuse(alert, Words.AlertMissing.With("addresses", "alert"));
        }

        if (message is { Acts: true, References.Count: 0 })
        {
            remarks.Note(alert, Words.AlertNoReference.With(message.Type));
        }
    }

    // A cancellation has to work whatever else stands in it, and what it tells is never lit: mistakes there are noted, and turn nothing away.
    private AlertInfo[] Infos(AlertMessage message)
    {
        var isLit = message.Type is AlertMessageType.Alert or AlertMessageType.Update;
        var own = new AlertRemarks();
        AlertInfo[] infos = [.. alert.Elements(alert.Name.Namespace + "info").Select(info => new CapInfo(info, own, message.Id.Sent).Read())];
        remarks.Take(own, asNotes: !isLit);
        if (isLit && infos.Length == 0)
        {
            remarks.Note(alert, Words.AlertNoInfo);
        }

        return isLit ? infos : [];
    }
}
