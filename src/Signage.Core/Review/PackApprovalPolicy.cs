using System.Collections.Frozen;
using Signage.Core.Programmes;
using Signage.Core.Text;

namespace Signage.Core.Review;

/// <summary>Approves exactly the texts of a pack, known by the digest of their words.</summary>
/// <param name="pack">The trusted pack.</param>
public sealed class PackApprovalPolicy(SloganPack pack) : IApprovalPolicy
{
    private readonly FrozenSet<RevisionDigest> _known = pack.Slogans.Select(slogan => RevisionDigest.Of(slogan.Text)).ToFrozenSet();

    /// <inheritdoc />
    public string? Complaint(Revision revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        return _known.Contains(revision.Digest)
            ? null
            : Words.TextNotApproved.With(revision.ItemId);
    }
}
