namespace Signage.Trust.Certificates;

/// <summary>What comes of asking an authority for a certificate.</summary>
public abstract record IssueAnswer
{
    private IssueAnswer()
    {
    }

    /// <summary>The new pair, to be disposed of by whoever asked.</summary>
    /// <param name="Pair">The pair.</param>
    public sealed record Issued(CertificatePair Pair) : IssueAnswer;

    /// <summary>The authority cannot sign at this instant, or never signs such a one.</summary>
    /// <param name="Standing">How the authority stands: over, or not yet begun; null when it is not that.</param>
    /// <param name="Reason">Why, for people, in one line.</param>
    public sealed record Refused(CertificateStanding? Standing, string Reason) : IssueAnswer;
}
