namespace Signage.Trust.Audit;

/// <summary>How an audit grows.</summary>
public static class AuditChain
{
    /// <summary>The next entry: from what was the last and what happened since. The same two always give the same entry.</summary>
    /// <param name="head">The head so far; <see cref="AuditHead.None"/> for the first entry.</param>
    /// <param name="facts">What happened.</param>
    public static AuditEntry Append(AuditHead head, AuditFacts facts)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(facts);
        return new AuditEntry(head.Number + 1, facts, head.Hash);
    }
}
