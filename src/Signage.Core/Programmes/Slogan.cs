namespace Signage.Core.Programmes;

/// <summary>标语: a text for a panel.</summary>
/// <param name="Id">Its id within the pack or site, such as <c>charity-01</c>.</param>
/// <param name="Text">The words, in the punctuation of a sign (full-width).</param>
/// <param name="Note">What a reviewer should know of it, in Chinese; null when there is nothing.</param>
public sealed record Slogan(string Id, string Text, string? Note = null)
{
    /// <summary>基调: its mood; null when nobody says, and then it is plain.</summary>
    public Tone? Tone { get; init; }

    /// <summary>The slogan as a fixed content version.</summary>
    public Revision ToRevision() => new(Id, Text);
}
