namespace Signage.Core.Programmes;

/// <summary>节目: what an author makes, items in order and how they are shown.</summary>
/// <param name="Id">Its id within the site, such as <c>charity-01</c>.</param>
/// <param name="Items">The fixed texts, in the order in which they loop; at least one.</param>
/// <param name="Style">How they are shown.</param>
/// <param name="Keep">True to store it in the card's flash so that it survives a power cut; false (the default) keeps it in the volatile area.</param>
public sealed record Programme(string Id, IReadOnlyList<Revision> Items, ShowStyle Style, bool Keep = false)
{
    /// <summary>基调: its mood. Plain unless its author says otherwise.</summary>
    public Tone Tone { get; init; }
}
