namespace Signage.Trust.Keys;

/// <summary>What comes of opening a sealed key.</summary>
public abstract record SealedKeyAnswer
{
    private SealedKeyAnswer()
    {
    }

    /// <summary>The key, to be disposed of by whoever asked.</summary>
    /// <param name="Key">The key.</param>
    public sealed record Opened(PersonKey Key) : SealedKeyAnswer;

    /// <summary>It stays locked.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Reason">Why, for people, in one line.</param>
    public sealed record Refused(SealedKeyFault Fault, string Reason) : SealedKeyAnswer;
}
