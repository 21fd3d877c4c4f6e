namespace Signage.Trust.Roots;

/// <summary>What comes of reading a root by itself.</summary>
public abstract record RootAnswer
{
    private RootAnswer()
    {
    }

    /// <summary>It keeps every rule. Nobody's signature was looked at.</summary>
    /// <param name="Root">The root.</param>
    public sealed record Read(TrustRoot Root) : RootAnswer;

    /// <summary>It is refused.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Reason">Why, for people, in one line.</param>
    public sealed record Refused(RootFault Fault, string Reason) : RootAnswer;
}
