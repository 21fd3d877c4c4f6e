using Signage.Core.Panels;
using Signage.Core.Shows;

namespace Signage.Core.Review.Drawings;

/// <summary>画面: some words drawn for a face, page after page: what a reviewer looks at and signs. Immutable; two with the same pages are equal.</summary>
/// <param name="Face">The face.</param>
/// <param name="Pages">The pages in the order in which they are read; at least one.</param>
public sealed record Drawing(PanelFace Face, IReadOnlyList<DrawnPage> Pages)
{
    /// <summary>The drawing that pages make on a face.</summary>
    public static Drawing Of(PanelFace face, IEnumerable<Page> pages) => new(face, [.. pages.Select(DrawnPage.Of)]);

    /// <inheritdoc />
    public bool Equals(Drawing? other) => other is not null && Face == other.Face && Pages.SequenceEqual(other.Pages);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Face, Pages.Count, Pages.Count > 0 ? Pages[0] : default);
}
