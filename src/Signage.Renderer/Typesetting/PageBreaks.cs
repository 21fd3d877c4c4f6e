namespace Signage.Renderer.Typesetting;

/// <summary>
/// Spreads a text over as few pages as can be. A page holds whole phrases, or a piece of one phrase, never the end of one and the beginning of
/// the next: so a break is at the text's own pause wherever there is one. Among as few pages the evenest are taken, the longer ones first.
/// </summary>
internal static class PageBreaks
{
    /// <summary>The pieces of each page, in order.</summary>
    /// <param name="pieces">The text, no piece wider than a line.</param>
    /// <param name="lineWidth">Pixels of a line.</param>
    /// <param name="rows">Lines of a page.</param>
    public static IReadOnlyList<(int From, int After)> Find(Pieces pieces, int lineWidth, int rows)
    {
        var reach = Reach(pieces, lineWidth, rows);
        var phrase = Phrases(pieces);
        var best = new (int Pages, long Unevenness, int From)[pieces.Count + 1];
        for (var after = 1; after <= pieces.Count; after++)
        {
            best[after] = (int.MaxValue, 0, 0);

            // Backwards, and only a better one is taken: of equals the last page is the shortest.
            for (var from = after - 1; from >= 0 && reach[from] >= after; from--)
            {
                if (best[from].Pages == int.MaxValue || !IsPage(phrase, from, after))
                {
                    continue;
                }

                long width = pieces.BodyWidth(from, after);
                var cost = (best[from].Pages + 1, best[from].Unevenness + (width * width));
                if (cost.CompareTo((best[after].Pages, best[after].Unevenness)) < 0)
                {
                    best[after] = (cost.Item1, cost.Item2, from);
                }
            }
        }

        var pages = new List<(int, int)>();
        for (var after = pieces.Count; after > 0; after = best[after].From)
        {
            pages.Insert(0, (best[after].From, after));
        }

        return pages;
    }

    private static bool IsPage(int[] phrase, int from, int after) =>
        phrase[from] == phrase[after - 1] || ((from == 0 || phrase[from - 1] != phrase[from]) && (after == phrase.Length || phrase[after] != phrase[after - 1]));

    /// <summary>The number of the phrase of each piece.</summary>
    private static int[] Phrases(Pieces pieces)
    {
        var phrase = new int[pieces.Count];
        for (var piece = 1; piece < phrase.Length; piece++)
        {
            phrase[piece] = phrase[piece - 1] + (pieces.PausesBehind(piece - 1) ? 1 : 0);
        }

        return phrase;
    }

    /// <summary>For each piece, the first one that has no room on a page which begins with it: lines are filled one after the other.</summary>
    private static int[] Reach(Pieces pieces, int lineWidth, int rows)
    {
        var line = new int[pieces.Count + 1];
        line[pieces.Count] = pieces.Count;
        for (int from = 0, after = 0; from < pieces.Count; from++)
        {
            while (after < pieces.Count && pieces.Width(from, after + 1) <= lineWidth)
            {
                after++;
            }

            line[from] = after;
        }

        return [.. Enumerable.Range(0, pieces.Count).Select(from => Enumerable.Range(0, rows).Aggregate(from, (at, _) => line[at]))];
    }
}
