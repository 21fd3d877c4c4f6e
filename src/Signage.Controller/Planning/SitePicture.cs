using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Review;

namespace Signage.Controller.Planning;

/// <summary>Panels, plan and approvals of a site at one moment. Immutable.</summary>
/// <param name="Panels">The panels.</param>
/// <param name="Plan">The plan.</param>
public sealed record SitePicture(IReadOnlyList<Panel> Panels, Plan Plan)
{
    /// <summary>Who let which words pass, by the digest of the words. None unless set.</summary>
    public ILookup<RevisionDigest, SloganApproval> Approvals { get; init; } = Enumerable.Empty<SloganApproval>().ToLookup(approval => approval.RevisionDigest);
}
