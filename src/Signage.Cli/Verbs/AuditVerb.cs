namespace Signage.Cli.Verbs;

/// <summary><c>signage audit</c>: what was done at the site, by whom, in a chain that shows what somebody altered.</summary>
internal sealed class AuditVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public AuditVerb(VerbRooms rooms)
        : base("audit", Words.VerbAudit, "signage audit list")
    {
        Add(new AuditListVerb(rooms));
        Add(new AuditExportVerb(rooms));
        Add(new AuditVerifyVerb(rooms));
    }
}
