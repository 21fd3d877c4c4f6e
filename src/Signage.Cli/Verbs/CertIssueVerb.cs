using Signage.Core.Text;
using Signage.Trust.Certificates;

namespace Signage.Cli.Verbs;

/// <summary><c>signage cert issue</c>: a certificate for a server, for the names and addresses by which it is dialled.</summary>
internal sealed class CertIssueVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public CertIssueVerb(VerbRooms rooms)
        : base("issue", Words.VerbCertIssue, "signage cert issue --dir certificates --host signage.lan 192.0.2.7")
    {
        var folder = CertOptions.Folder();
        var hosts = CertOptions.Hosts();
        var days = CertOptions.Days();
        Add(folder);
        Add(hosts);
        Add(days);
        SetAction(parsed => CertTold.Tell(
            rooms,
            parsed,
            CertOptions.Desk(rooms, parsed, folder).Serve(parsed.GetRequiredValue(hosts), parsed.GetValue(days) ?? CertificateTerm.UsualDays),
            done => rooms.Output.Line(Words.CertIssued.With(done.Certificates[0].File, CertTold.Names(done.Certificates[0].Facts), CertTold.Day(done.Certificates[0].Facts.Until)))));
    }
}
