using Signage.Core.Alerts;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Programmes;
using Signage.Core.Review;

namespace Signage.Storage;

/// <summary>What a site has enrolled and planned, as of one instant.</summary>
/// <param name="Panels">The panels, by id.</param>
/// <param name="Programmes">The programmes, by id.</param>
/// <param name="Slots">The slots, by id.</param>
public sealed record SiteContents(IReadOnlyList<Panel> Panels, IReadOnlyList<Programme> Programmes, IReadOnlyList<Slot> Slots)
{
    /// <summary>A site where nothing was done yet.</summary>
    public static SiteContents Empty { get; } = new([], [], []);

    /// <summary>The approvals, by item, digest and person. None unless set.</summary>
    public IReadOnlyList<SloganApproval> Approvals { get; init; } = [];

    /// <summary>The warnings that were taken in, oldest first. None unless set.</summary>
    public IReadOnlyList<AlertRecord> Alerts { get; init; } = [];

    /// <summary>The policies, by id. None unless set.</summary>
    public IReadOnlyList<Policy> Policies { get; init; } = [];
}
