namespace Signage.Renderer.Typesetting;

/// <summary>Sets one page in lines: as few breaks inside a phrase as can be, then as few lines, then the evenest.</summary>
internal static class PageLines
{
    /// <summary>The lines of a page, spaces at their ends dropped.</summary>
    /// <param name="pieces">The text.</param>
    /// <param name="page">The pieces of the page, which have room on it.</param>
    /// <param name="lineWidth">Pixels of a line.</param>
    /// <param name="rows">Lines of a page.</param>
    public static IReadOnlyList<string> Set(Pieces pieces, (int From, int After) page, int lineWidth, int rows)
    {
        var length = page.After - page.From;
        var best = new Ending?[rows + 1, length + 1];
        best[0, 0] = new Ending(0, 0, 0);
        for (var row = 1; row <= rows; row++)
        {
            for (var after = 1; after <= length; after++)
            {
                for (var from = after - 1; from >= 0 && pieces.Width(page.From + from, page.From + after) <= lineWidth; from--)
                {
                    if (best[row - 1, from] is not { } before)
                    {
                        continue;
                    }

                    long width = pieces.BodyWidth(page.From + from, page.From + after);
                    var torn = before.Torn + (after == length || pieces.PausesBehind(page.From + after - 1) ? 0 : 1);
                    var ending = new Ending(torn, before.Unevenness + (width * width), from);
                    if (best[row, after] is not { } known || ending.IsBetterThan(known))
                    {
                        best[row, after] = ending;
                    }
                }
            }
        }

        var last = Enumerable.Range(1, rows).Where(row => best[row, length] is not null).MinBy(row => (best[row, length]!.Value.Torn, row));
        var lines = new List<string>();
        for (var (row, after) = (last, length); row > 0; row--)
        {
            var from = best[row, after]!.Value.From;
            lines.Insert(0, pieces.Line(page.From + from, page.From + after));
            after = from;
        }

        return lines;
    }

    private readonly record struct Ending(int Torn, long Unevenness, int From)
    {
        public bool IsBetterThan(Ending other) => (Torn, Unevenness).CompareTo((other.Torn, other.Unevenness)) < 0;
    }
}
