using Signage.Core.Truth;

namespace Signage.Controller.BasePages;

/// <summary>What came of a wish for a base page. Evidence is the card's word and never more.</summary>
public abstract record BasePageAnswer
{
    private BasePageAnswer()
    {
    }

    /// <summary>Nothing was written.</summary>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record Refused(string Reason) : BasePageAnswer;

    /// <summary>The flash holds it already; nothing was written.</summary>
    /// <param name="Record">What is known of the flash.</param>
    public sealed record Unchanged(FlashRecord Record) : BasePageAnswer;

    /// <summary>The card acknowledged it.</summary>
    /// <param name="Record">What is known of the flash now.</param>
    /// <param name="Removed">The programmes that stood there before and are gone; null when the card cannot tell.</param>
    public sealed record Stored(FlashRecord Record, IReadOnlyList<string>? Removed) : BasePageAnswer;

    /// <summary>A writing was begun, counted, and did not end well.</summary>
    /// <param name="Record">What is known of the flash now.</param>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record Failed(FlashRecord Record, string Reason) : BasePageAnswer;
}
