using System.Xml.Linq;
using Signage.Core.Alerts.Documents;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Ebm;

/// <summary>Reads <c>EBM</c>, the message, with <c>MsgBasicInfo</c>, which says what kind of message it is and whose.</summary>
/// <param name="package">The package that it is in.</param>
/// <param name="message">The element <c>EBM</c>.</param>
/// <param name="remarks">Where to say what is wrong with it.</param>
internal sealed class EbmMessage(AlertElement package, AlertElement message, AlertRemarks remarks)
{
    private static readonly string[] Known = ["EBMVersion", "EBMID", "RelatedInfo", "MsgBasicInfo", "MsgContent", "Dispatch"];

    private static readonly string[] KnownOfBasics =
        ["MsgType", "SenderName", "SenderCode", "SendTime", "EventType", "Severity", "StartTime", "EndTime"];

    // Of an older form; one family of programs has them, and what their values mean is nowhere said.
    private static readonly string[] Tests = ["TestType", "ExerciseType"];

    /// <summary>The message; with stopgaps, or null, where the remarks refuse it.</summary>
    /// <param name="received">When it came.</param>
    public AlertMessage? Read(DateTimeOffset received)
    {
        message.NoteOthersThan(Known);
        if (message.One("MsgBasicInfo") is not { } element)
        {
            remarks.Refuse(message.Element, Words.AlertMissing.With("MsgBasicInfo", message.Element.Name.LocalName));
            return null;
        }

        var basics = new AlertElement(element, remarks);
        if (EbmKind.Of(basics, remarks) is not { } kind)
        {
            return null;
        }

        var sent = Sent(basics);
        remarks.NoteAhead(basics.One("SendTime") ?? basics.One("SentTime"), sent, received);
        var identifier = message.Name("EBMID");
        var ended = kind.Type == AlertMessageType.Cancel ? Ended(identifier) : null;
        return new AlertMessage
        {
            Id = new AlertId(basics.Name("SenderCode"), ended == identifier ? Own(identifier) : identifier, sent ?? default),
            Status = kind.Status,
            Type = kind.Type,
            Scope = AlertScope.Public,
            Source = Source(),
            ReferencedIdentifiers = ended is null ? [] : [ended],
            Infos = Infos(basics, kind, sent ?? default),
            Original = package.Element.ToString(SaveOptions.DisableFormatting),
        };
    }

    // A cancellation may carry the EBMID of what it cancels, and even its instant. Then it needs a name of its own, or it would be taken for the message that is there already.
    private static string Own(string identifier) => $"{identifier}/cancel";

    private DateTimeOffset? Sent(AlertElement basics)
    {
        var older = basics.One("SendTime") is null ? basics.One("SentTime") : null;
        basics.NoteOthersThan(older is null ? KnownOfBasics : [.. KnownOfBasics, "SentTime"]);
        if (older is not null)
        {
            remarks.Note(older, Words.EbmSentTime);
        }

        return EbmTime.Required(basics, older is null ? "SendTime" : "SentTime", remarks);
    }

    // RelatedInfo names the message that is taken back; a cancellation without it names that by its own EBMID. In other messages RelatedInfo is the message from which a platform
    // made this one, and ends nothing.
    private string Ended(string identifier) => message.One("RelatedInfo") is { } related && new AlertElement(related, remarks).Optional("EBMID") is { } named ? named : identifier;

    private string? Source() => package.One("SRC") is { } source ? new AlertElement(source, remarks).Optional("EBRID") : null;

    // A cancellation has to work whatever else stands in it, and what it tells is never lit: mistakes there are noted, and turn nothing away.
    private AlertInfo[] Infos(AlertElement basics, EbmKind kind, DateTimeOffset sent)
    {
        var (isLit, own) = (kind.Type == AlertMessageType.Alert, new AlertRemarks());
        Version(package, "EBDVersion", own);
        Version(message, "EBMVersion", own);
        foreach (var test in Tests.SelectMany(name => message.Children(name).Concat(basics.Children(name))).Where(child => child.Value.Trim().Length > 0))
        {
            own.Refuse(test, Words.EbmTest.With(test.Name.LocalName));
        }

        var info = isLit ? EbmContent.Read(message, basics.Element, sent, own) : null;
        remarks.Take(own, asNotes: !isLit);
        return info is null ? [] : [info];
    }

    private static void Version(AlertElement element, string name, AlertRemarks remarks)
    {
        if (element.Optional(name) is { } written && written is not ("1" or "1.0"))
        {
            remarks.Refuse(element.One(name), Words.EbmVersion.With(name, AlertRemarks.Shown(written)));
        }
    }
}
