using Signage.Core.Text;
using Signage.Trust.Certificates;

namespace Signage.Cli.Verbs;

/// <summary><c>signage cert renew</c>: the certificates that are due, renewed in their places.</summary>
internal sealed class CertRenewVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public CertRenewVerb(VerbRooms rooms)
        : base("renew", Words.VerbCertRenew, "signage cert renew --dir certificates")
    {
        var folder = CertOptions.Folder();
        Add(folder);
        SetAction(parsed => CertTold.Tell(rooms, parsed, CertOptions.Desk(rooms, parsed, folder).Renew(), done =>
        {
            foreach (var renewed in done.Certificates)
            {
                var (names, until) = (CertTold.Names(renewed.Facts), CertTold.Day(renewed.Facts.Until));
                rooms.Output.Line(renewed.Facts.Kind == CertificateKind.Device
                    ? Words.CertDeviceRenewed.With(renewed.File, names, until)
                    : Words.CertServerRenewed.With(renewed.File, names, until));
            }

            if (done.Certificates.Count == 0)
            {
                rooms.Output.Line(Words.CertNoneDue);
            }

            foreach (var alarm in done.Others.Prepend(done.Authority).Select(left => left.Alarm).OfType<string>())
            {
                rooms.Output.Note(alarm);
            }
        }));
    }
}
