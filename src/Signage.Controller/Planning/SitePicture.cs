using Signage.Core.Alerts;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Programmes;
using Signage.Core.Review;

namespace Signage.Controller.Planning;

/// <summary>Panels, plan and approvals of a site at one moment. Immutable.</summary>
/// <param name="Panels">The panels.</param>
/// <param name="Plan">The plan.</param>
public sealed record SitePicture(IReadOnlyList<Panel> Panels, Plan Plan)
{
    /// <summary>The slots that people made; the plan's own but for those of warnings.</summary>
    public IReadOnlyList<Slot> Slots { get; init; } = Plan.Slots;

    /// <summary>The programmes that people made; the plan's own but for those of warnings.</summary>
    public IReadOnlyList<Programme> Programmes { get; init; } = Plan.Programmes;

    /// <summary>The warnings that were taken in. None unless set.</summary>
    public IReadOnlyList<AlertRecord> Alerts { get; init; } = [];

    /// <summary>The words of warnings that people or rules let onto the panels, with their times; those that cannot be drawn have no slot. None unless set.</summary>
    public IReadOnlyList<AlertLighting> Lightings { get; init; } = [];

    /// <summary>What no slot may break. Nothing unless set.</summary>
    public PolicyBook Policies { get; init; } = PolicyBook.Empty(Plan.Zone);

    /// <summary>Who let which words pass, by the digest of the words. None unless set.</summary>
    public ILookup<RevisionDigest, SloganApproval> Approvals { get; init; } = Enumerable.Empty<SloganApproval>().ToLookup(approval => approval.RevisionDigest);
}
