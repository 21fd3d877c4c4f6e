namespace Signage.Core.Blanking;

/// <summary>What one more word for a release leads to.</summary>
public abstract record ResumeStep
{
    private ResumeStep()
    {
    }

    /// <summary>It is the first of two.</summary>
    /// <param name="Word">The word that waits for another person's.</param>
    public sealed record Waits(ResumeWord Word) : ResumeStep;

    /// <summary>Two people have said it: the blank may be released.</summary>
    /// <param name="First">The word of the other person.</param>
    public sealed record Releases(ResumeWord First) : ResumeStep;

    /// <summary>The word does not count, and what was said before stays as it was.</summary>
    /// <param name="Reason">Why, in a line for a person.</param>
    public sealed record Refused(string Reason) : ResumeStep;
}
