using System.Text;

namespace Signage.Trust.Tests.Papers;

/// <summary>What somebody wants to light: words on a panel with a face, as these pages, wished for in this way.</summary>
internal sealed record PaperShow(string Words, string Panel, string Face, PaperWish Wish, IReadOnlyList<(string Frame, uint Effect)> Pages);

/// <summary>May these pages be lit on this panel at this instant? From docs/trust.md, "What may be lit by it".</summary>
internal static class PaperLight
{
    public static bool May(PaperShow show, IReadOnlyCollection<PaperApproval> taken, PaperRoot root, long now, bool isKeyDate) =>
        Remembered(taken, root).Any(approval => Allows(approval, show, now) && (!isKeyDate || approval.Words.Mode >= root.KeyDateMode));

    // They came in this order. Of a series the first holds of those with the highest version, by epoch and then by number.
    private static IEnumerable<PaperApproval> Remembered(IReadOnlyCollection<PaperApproval> taken, PaperRoot root) => taken
        .GroupBy(approval => approval.Statement.Series)
        .Select(series => series.MaxBy(one => (one.Statement.Epoch, one.Statement.Version))!)
        .Where(approval => approval.Statement.Epoch == root.Epoch);

    private static bool Allows(PaperApproval approval, PaperShow show, long now) =>
        approval.Words.Lit == show.Words.Normalize(NormalizationForm.FormC)
        && (approval.Words.Panels.Count == 0 || approval.Words.Panels.Contains(show.Panel))
        && approval.Words.From <= now && approval.Statement.Issued <= now + PaperStatement.FiveMinutes && now < approval.Statement.Expires
        && approval.Words.Wish == show.Wish
        && show.Pages.Count > 0
        && IsDrawings(show.Pages, [.. approval.Words.Drawings.Where(drawing => drawing.Face == show.Face)]);

    // Backwards, by what can be reached: the pages from here on are drawings when one of them stands here and the rest are drawings too.
    private static bool IsDrawings(IReadOnlyList<(string, uint)> pages, List<PaperDrawing> drawings)
    {
        var fits = new bool[pages.Count + 1];
        fits[pages.Count] = true;
        for (var at = pages.Count - 1; at >= 0; at--)
        {
            fits[at] = drawings.Exists(drawing => at + drawing.Pages.Count <= pages.Count
                && fits[at + drawing.Pages.Count] && drawing.Pages.SequenceEqual(pages.Skip(at).Take(drawing.Pages.Count)));
        }

        return fits[0];
    }
}
