namespace Signage.Cli.Verbs;

/// <summary><c>signage cert list</c>: what was issued, until when, for which names, and what is to be renewed.</summary>
internal sealed class CertListVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public CertListVerb(VerbRooms rooms)
        : base("list", Words.VerbCertList, "signage cert list --dir certificates")
    {
        var folder = CertOptions.Folder();
        Add(folder);
        SetAction(parsed => CertTold.Tell(rooms, parsed, CertOptions.Desk(rooms, parsed, folder).List(), done => CertTold.Draw(rooms.Output, done)));
    }
}
