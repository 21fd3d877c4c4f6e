using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Core.Review;

/// <summary>The one door to a public panel: turns a show into an <see cref="Approved{T}"/> of it, or refuses. A dark page always passes.</summary>
/// <param name="policy">Says which revisions may be lit.</param>
public sealed class Gate(IApprovalPolicy policy)
{
    /// <summary>Judges every page of a show.</summary>
    public GateAnswer Judge(Show show)
    {
        ArgumentNullException.ThrowIfNull(show);
        var reasons = show.Pages.Select(Complaint).OfType<string>().Distinct().ToArray();
        return reasons.Length == 0 ? new GateAnswer.Passed(new Approved<Show>(show)) : new GateAnswer.Refused(reasons);
    }

    private string? Complaint(ShowPage stamped)
    {
        // Whoever stamps a lit picture as blank does not get it past the door.
        if (stamped.Revision == Revision.Blank)
        {
            return stamped.Page.Picture.IsDark ? null : Words.BlankIsLit;
        }

        return policy.Complaint(stamped.Revision);
    }
}
