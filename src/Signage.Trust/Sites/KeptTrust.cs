using Signage.Trust.Roots;

namespace Signage.Trust.Sites;

/// <summary>What a site keeps of its trust beside the pinned root.</summary>
/// <param name="Roots">The envelopes of the roots that followed the pinned one, oldest first.</param>
/// <param name="Versions">What it remembers of all series.</param>
/// <param name="Approvals">The envelopes of the approvals that hold, in any order.</param>
public sealed record KeptTrust(IReadOnlyList<ReadOnlyMemory<byte>> Roots, AcceptedVersions Versions, IReadOnlyList<ReadOnlyMemory<byte>> Approvals);
