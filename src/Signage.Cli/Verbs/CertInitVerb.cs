using Signage.Controller.Certificates;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage cert init</c>: a new certification authority in a folder that has none.</summary>
internal sealed class CertInitVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public CertInitVerb(VerbRooms rooms)
        : base("init", Words.VerbCertInit, Words.ExampleCertInit)
    {
        var folder = CertOptions.Folder();
        var name = CertOptions.Name();
        Add(folder);
        Add(name);
        SetAction(parsed => CertTold.Tell(rooms, parsed, CertOptions.Desk(rooms, parsed, folder).Found(parsed.GetRequiredValue(name)), done =>
            rooms.Output.Line(Words.CertFounded.With(done.Authority.Facts.Name, CertTold.Day(done.Authority.Facts.Until), CertificateFolder.AuthorityCertificate, CertificateFolder.Authority))));
    }
}
