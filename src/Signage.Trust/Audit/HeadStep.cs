namespace Signage.Trust.Audit;

/// <summary>What came of an offered head.</summary>
/// <param name="Answer">What became of it.</param>
/// <param name="Told">The same for people, in one line.</param>
/// <param name="Notices">What people have to hear, silence included; none when all is well.</param>
/// <param name="Kept">The head, where it is to be kept for later checks (<see cref="HeadCheck"/>, <see cref="AuditRotation"/>); null where it is not.</param>
/// <param name="After">What the watch knows from now on; to be stored before it is used.</param>
public sealed record HeadStep(HeadAnswer Answer, string Told, IReadOnlyList<HeadNotice> Notices, KeptHead? Kept, HeadWatch After);
