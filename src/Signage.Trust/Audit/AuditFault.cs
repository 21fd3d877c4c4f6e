namespace Signage.Trust.Audit;

/// <summary>What is wrong with an audit.</summary>
public enum AuditFault
{
    /// <summary>A line is no entry.</summary>
    Unreadable,

    /// <summary>An entry does not have the hash that it says, or is written another way than entries are.</summary>
    Changed,

    /// <summary>Entries are missing before this one.</summary>
    Missing,

    /// <summary>An entry stands where an earlier or the same one stood: put in, twice, or out of order.</summary>
    OutOfPlace,

    /// <summary>An entry does not follow from the one before: one of the two was exchanged.</summary>
    BrokenLink,

    /// <summary>The audit ends before an entry that a head names.</summary>
    Truncated,

    /// <summary>An entry is another one than the one that a head names: the end was written anew.</summary>
    OtherThanHead,

    /// <summary>A head is not signed as it has to be.</summary>
    HeadNotTrusted,
}
