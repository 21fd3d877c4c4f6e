using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;

namespace Signage.Core.Review;

/// <summary>The one door to a public panel: turns a show into an <see cref="Approved{T}"/> of it, or refuses. A dark page always passes, and so does a built-in test pattern.</summary>
/// <param name="policy">Says which revisions may be lit.</param>
public sealed class Gate(IApprovalPolicy policy)
{
    /// <summary>Judges every page of a show.</summary>
    public GateAnswer Judge(Show show)
    {
        ArgumentNullException.ThrowIfNull(show);
        var reasons = show.Pages.Select(page => Complaint(page, show.Face)).OfType<string>().Distinct().ToArray();
        return reasons.Length == 0 ? new GateAnswer.Passed(new Approved<Show>(show)) : new GateAnswer.Refused(reasons);
    }

    private string? Complaint(ShowPage stamped, PanelFace face)
    {
        // Whoever stamps a lit picture as blank does not get it past the door.
        if (stamped.Revision == Revision.Blank)
        {
            return stamped.Page.Picture.IsDark ? null : Words.BlankIsLit;
        }

        // A test pattern is known by its pixels, not by its stamp.
        if (TestPicture.Of(stamped.Revision) is { } pattern)
        {
            return stamped.Page.Picture.Equals(TestPicture.Draw(pattern, face)) ? null : Words.PatternIsOther.With(stamped.Revision.ItemId);
        }

        return policy.Complaint(stamped.Revision);
    }
}
