namespace Signage.Trust.Audit;

/// <summary>
/// What may leave an audit at its old end: entries up to a head that somebody else has had for six months. The first entry that stays follows from that head, so the chain is whole
/// from there, and what left can be laid before it again. Since it is the head that has to be old, no clock of the site decides.
/// </summary>
public static class AuditRotation
{
    /// <summary>How long entries stay at least: the longest six months that there are.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(184);

    /// <summary>The head behind which entries may leave, itself the last of them; null when none may yet.</summary>
    /// <param name="heads">Heads of the site that somebody else keeps, in any order.</param>
    /// <param name="last">The end of the audit: its last entry never leaves, or nobody could tell a rotated audit from a deleted one.</param>
    /// <param name="now">The time, proven.</param>
    public static KeptHead? Behind(IEnumerable<KeptHead> heads, AuditHead last, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(heads);
        ArgumentNullException.ThrowIfNull(last);
        return heads.Where(kept => MayLeave(kept, now) && kept.Head.Number < last.Number).MaxBy(kept => kept.Head.Number);
    }

    /// <summary>True when the entries up to a head are old enough.</summary>
    /// <param name="kept">The head.</param>
    /// <param name="now">The time, proven.</param>
    public static bool MayLeave(KeptHead kept, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return now - kept.Since >= Retention;
    }
}
