using Signage.Core.Panels;

namespace Signage.Core.Review.Drawings;

/// <summary>Finds out whether pages that are about to be lit are drawings that reviewers saw, whole and in their order.</summary>
public static class DrawingCover
{
    /// <summary>
    /// True when the pages are one seen drawing after another. Words that come twice in a row make their drawing twice; half a drawing, a page of another face or pages in
    /// another order are none. Takes time in proportion to the pages times those of the longest drawing, however many drawings there are.
    /// </summary>
    /// <param name="face">The face of the panel.</param>
    /// <param name="pages">Pages in a row of one revision.</param>
    /// <param name="seen">What reviewers saw of that revision, on whatever face.</param>
    public static bool IsSeen(PanelFace face, IReadOnlyList<DrawnPage> pages, IEnumerable<Drawing> seen)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(seen);
        var beginnings = new Turn();
        foreach (var drawing in seen.Where(drawing => drawing.Face == face && drawing.Pages.Count > 0))
        {
            drawing.Pages.Aggregate(beginnings, (turn, page) => turn.Next(page)).IsEnd = true;
        }

        // A drawing may begin like another one, so every place at which one may end is kept.
        var ends = new bool[pages.Count + 1];
        ends[0] = true;
        for (var from = 0; from < pages.Count; from++)
        {
            var turn = ends[from] ? beginnings : null;
            for (var at = from; at < pages.Count && (turn = turn?.Known(pages[at])) is not null; at++)
            {
                ends[at + 1] |= turn.IsEnd;
            }
        }

        return pages.Count > 0 && ends[pages.Count];
    }

    /// <summary>What drawings that begin alike have in common so far, and how they go on.</summary>
    private sealed class Turn
    {
        private readonly Dictionary<DrawnPage, Turn> _next = [];

        /// <summary>True when a drawing ends here.</summary>
        public bool IsEnd { get; set; }

        public Turn? Known(DrawnPage page) => _next.GetValueOrDefault(page);

        public Turn Next(DrawnPage page) => Known(page) ?? (_next[page] = new Turn());
    }
}
