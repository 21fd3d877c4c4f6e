namespace Signage.Trust.Roots;

/// <summary>What comes of following newer roots.</summary>
public abstract record RootChainAnswer
{
    private RootChainAnswer()
    {
    }

    /// <summary>All of them hold.</summary>
    /// <param name="Chain">The chain with the last in force, to be stored.</param>
    public sealed record Followed(RootChain Chain) : RootChainAnswer;

    /// <summary>One does not hold; the chain stays as it was.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Reason">Why, for people, in one line.</param>
    public sealed record Refused(RootFault Fault, string Reason) : RootChainAnswer;
}
