namespace Signage.Trust.Audit;

/// <summary>What comes of laying an export beside the heads that were kept of its site.</summary>
public abstract record HeadVerdict
{
    private HeadVerdict()
    {
    }

    /// <summary>Every entry follows from the one before, and every kept head is met.</summary>
    /// <param name="First">The first entry: 1, or the one behind a head that is old enough.</param>
    /// <param name="Last">The last entry.</param>
    /// <param name="ProvenTo">Up to which entry a kept head stands behind it; what follows may have been written a minute ago.</param>
    public sealed record Agrees(long First, AuditHead Last, long ProvenTo) : HeadVerdict;

    /// <summary>The export is another history than the one that was kept.</summary>
    /// <param name="First">The first entry that may be another one than it was: a kept head stands behind all before it.</param>
    /// <param name="Last">The last that may be the first of them: here it shows. The same number where it is known exactly.</param>
    /// <param name="Fault">What is wrong.</param>
    /// <param name="Reason">The same for people, in one line.</param>
    public sealed record Disagrees(long First, long Last, AuditFault Fault, string Reason) : HeadVerdict;

    /// <summary>Entries left the old end before they were six months old.</summary>
    /// <param name="Last">The last of them.</param>
    /// <param name="Until">Until when they had to stay.</param>
    /// <param name="Reason">The same for people, in one line.</param>
    public sealed record LeftEarly(long Last, DateTimeOffset Until, string Reason) : HeadVerdict;
}
