namespace Signage.Trust.Audit;

/// <summary>What comes of verifying an audit.</summary>
public abstract record AuditVerdict
{
    private AuditVerdict()
    {
    }

    /// <summary>Every entry follows from the one before, and every head that was given is met.</summary>
    /// <param name="Head">The last entry. Whether entries behind it are missing, only a head from elsewhere can tell.</param>
    public sealed record Intact(AuditHead Head) : AuditVerdict;

    /// <summary>Something is wrong. What stands before it is sound.</summary>
    /// <param name="Number">The number that the first bad entry should have.</param>
    /// <param name="Fault">What is wrong.</param>
    /// <param name="Reason">What is wrong, for people, in one line.</param>
    public sealed record Broken(long Number, AuditFault Fault, string Reason) : AuditVerdict;
}
