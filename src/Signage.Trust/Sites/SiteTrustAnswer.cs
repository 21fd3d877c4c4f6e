using Signage.Trust.Approvals;

namespace Signage.Trust.Sites;

/// <summary>What comes of opening what a site kept, or of following newer roots.</summary>
public abstract record SiteTrustAnswer
{
    private SiteTrustAnswer()
    {
    }

    /// <summary>The roots hold.</summary>
    /// <param name="Trust">What the site believes.</param>
    /// <param name="Dropped">Kept approvals that hold no more, or never did; each is worth an entry in the audit and a look by people.</param>
    public sealed record Opened(SiteTrust Trust, IReadOnlyList<RefusedApproval> Dropped) : SiteTrustAnswer;

    /// <summary>A root does not hold: nothing is believed, or nothing changes.</summary>
    /// <param name="Reason">Why, for people, in one line.</param>
    public sealed record Refused(string Reason) : SiteTrustAnswer;
}
