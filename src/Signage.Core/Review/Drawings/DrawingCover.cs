using Signage.Core.Panels;

namespace Signage.Core.Review.Drawings;

/// <summary>Finds out whether pages that are about to be lit are drawings that reviewers saw, whole and in their order.</summary>
public static class DrawingCover
{
    /// <summary>
    /// True when the pages are one seen drawing after another. Words that come twice in a row make their drawing twice; half a drawing, a page of another face or pages in
    /// another order are none.
    /// </summary>
    /// <param name="face">The face of the panel.</param>
    /// <param name="pages">Pages in a row of one revision.</param>
    /// <param name="seen">What reviewers saw of that revision, on whatever face.</param>
    public static bool IsSeen(PanelFace face, IReadOnlyList<DrawnPage> pages, IEnumerable<Drawing> seen)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(seen);
        Drawing[] fit = [.. seen.Where(drawing => drawing.Face == face && drawing.Pages.Count > 0)];

        // A drawing may begin like another one, so every place at which one may end is kept.
        var ends = new bool[pages.Count + 1];
        ends[0] = true;
        for (var from = 0; from < pages.Count; from++)
        {
            foreach (var drawing in ends[from] ? fit : [])
            {
                var to = from + drawing.Pages.Count;
                ends[Math.Min(to, pages.Count)] |= to <= pages.Count && drawing.Pages.SequenceEqual(pages.Skip(from).Take(drawing.Pages.Count));
            }
        }

        return pages.Count > 0 && ends[pages.Count];
    }
}
