using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Shows;

namespace Signage.Controller.Planning;

/// <summary>Lets pass what a person of this site approved, and what the trusted pack holds; both are known by the digest of the words. A built-in test pattern has no words; the gate knows its pixels.</summary>
/// <param name="book">Where the approvals of this site stand.</param>
/// <param name="pack">The judgement on everything else.</param>
public sealed class BookApprovalPolicy(SiteBook book, IApprovalPolicy pack) : IApprovalPolicy
{
    /// <inheritdoc />
    public string? Complaint(Revision revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        return TestPicture.Of(revision) is not null || book.Now.Approvals.Contains(revision.Digest) ? null : pack.Complaint(revision);
    }
}
