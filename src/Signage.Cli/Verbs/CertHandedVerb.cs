using System.CommandLine;
using Signage.Core.Panels;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage cert handed</c>: a person says that a device has its renewed certificate.</summary>
internal sealed class CertHandedVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public CertHandedVerb(VerbRooms rooms)
        : base("handed", Words.VerbCertHanded, "signage cert handed square --dir certificates")
    {
        var folder = CertOptions.Folder();
        var name = new Argument<PanelId>("NAME") { Description = Words.ArgumentCertDevice, CustomParser = SiteWords.PanelId };
        Add(name);
        Add(folder);
        SetAction(parsed => CertTold.Tell(
            rooms,
            parsed,
            CertOptions.Desk(rooms, parsed, folder).Handed(parsed.GetRequiredValue(name)),
            done => rooms.Output.Line(Words.CertHanded.With(done.Certificates[0].File, done.Certificates[0].Facts.Name, CertTold.Day(done.Certificates[0].Facts.Until)))));
    }
}
