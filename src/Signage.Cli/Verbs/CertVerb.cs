namespace Signage.Cli.Verbs;

/// <summary><c>signage cert</c>: the site's own certification authority and the certificates of its servers and devices, without a running site.</summary>
internal sealed class CertVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public CertVerb(VerbRooms rooms)
        : base("cert", Words.VerbCert, "signage cert list --dir certificates")
    {
        Add(new CertInitVerb(rooms));
        Add(new CertIssueVerb(rooms));
        Add(new CertDeviceVerb(rooms));
        Add(new CertListVerb(rooms));
        Add(new CertRenewVerb(rooms));
        Add(new CertHandedVerb(rooms));
    }
}
