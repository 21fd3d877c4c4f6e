namespace Signage.Trust.Approvals;

/// <summary>What comes of reading or making a bundle for a reviewer.</summary>
public abstract record ReviewBundleAnswer
{
    private ReviewBundleAnswer()
    {
    }

    /// <summary>It is whole: every picture that its draft names is there. Nobody signed anything yet.</summary>
    /// <param name="Bundle">The bundle.</param>
    public sealed record Read(ReviewBundle Bundle) : ReviewBundleAnswer;

    /// <summary>It is not to be used.</summary>
    /// <param name="Reason">Why, for people, in one line.</param>
    public sealed record Refused(string Reason) : ReviewBundleAnswer;
}
