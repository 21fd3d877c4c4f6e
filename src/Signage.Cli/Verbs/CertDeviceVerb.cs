using System.CommandLine;
using Signage.Controller.Certificates;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Trust.Certificates;

namespace Signage.Cli.Verbs;

/// <summary><c>signage cert device</c>: a certificate for a device that comes to a server, such as a panel's gateway.</summary>
internal sealed class CertDeviceVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public CertDeviceVerb(VerbRooms rooms)
        : base("device", Words.VerbCertDevice, "signage cert device square --dir certificates")
    {
        var folder = CertOptions.Folder();
        var days = CertOptions.Days();
        var name = new Argument<PanelId>("NAME") { Description = Words.ArgumentCertDevice, CustomParser = SiteWords.PanelId };
        Add(name);
        Add(folder);
        Add(days);
        SetAction(parsed => CertTold.Tell(
            rooms,
            parsed,
            CertOptions.Desk(rooms, parsed, folder).Admit(parsed.GetRequiredValue(name), parsed.GetValue(days) ?? CertificateTerm.UsualDays),
            done => rooms.Output.Line(Words.CertDeviceIssued.With(
                done.Certificates[0].File, done.Certificates[0].Facts.Name, CertTold.Day(done.Certificates[0].Facts.Until), CertificateFolder.AuthorityCertificate))));
    }
}
