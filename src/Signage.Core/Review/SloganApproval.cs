using Signage.Core.Programmes;

namespace Signage.Core.Review;

/// <summary>
/// 审核通过: a person let exactly these words onto the panels. It binds to the digest: whoever changes the words has a new revision, and that one
/// has no approval. Immutable.
/// </summary>
/// <param name="RevisionDigest">The digest of the words, see <see cref="Programmes.RevisionDigest.Of"/>.</param>
/// <param name="ItemId">The item whose words they were when they were approved, such as <c>slogan-7</c>.</param>
/// <param name="Text">The words as the person read them.</param>
/// <param name="ApprovedBy">Who, by the name that the site knows the person by; 1 to 100 characters.</param>
/// <param name="ApprovedAt">When, by the site's clock.</param>
public sealed record SloganApproval(RevisionDigest RevisionDigest, string ItemId, string Text, string ApprovedBy, DateTimeOffset ApprovedAt)
{
    /// <summary>The approval of a revision, with its own digest.</summary>
    /// <param name="revision">What was approved.</param>
    /// <param name="approvedBy">Who.</param>
    /// <param name="approvedAt">When.</param>
    public static SloganApproval Of(Revision revision, string approvedBy, DateTimeOffset approvedAt)
    {
        ArgumentNullException.ThrowIfNull(revision);
        return new SloganApproval(revision.Digest, revision.ItemId, revision.Text, approvedBy, approvedAt);
    }
}
