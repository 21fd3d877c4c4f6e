namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>
/// The rows in which the characters of a font stand. Fonts say more rows than their hanzi have, and a face has no row to spare: the cell has the rows that the font is made for
/// (its pixel size), and lies where most of its characters are whole.
/// </summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Baseline">Rows of the cell above the baseline.</param>
internal sealed record BitmapCell(int Rows, int Baseline)
{
    /// <summary>
    /// As far as a character that would stand over the edge of the cell is set lower or higher, in rows: brackets and letters with tails are drawn a row longer than hanzi in some
    /// fonts. One that needs more is not lit.
    /// </summary>
    public const int FarthestMove = 1;

    /// <summary>Widest character that can be lit, in pixels.</summary>
    public const int Widest = 64;

    /// <summary>Finds the cell of a font.</summary>
    public static BitmapCell Of(BitmapFont font)
    {
        var spans = font.Glyphs.Select(glyph => InkRows(font, glyph.Value)).OfType<(int Top, int Bottom)>().ToArray();
        var whole = Enumerable.Range(0, font.PixelSize + 1)
            .Select(baseline => spans.Count(span => span.Top <= baseline && span.Bottom >= baseline - font.PixelSize))
            .ToArray();

        // Where several places are as good, the one in the middle of them.
        int[] best = [.. Enumerable.Range(0, whole.Length).Where(baseline => whole[baseline] == whole.Max())];
        return new BitmapCell(font.PixelSize, best[best.Length / 2]);
    }

    /// <summary>The pixels of a character in the cell; null when it has too many rows or columns for it.</summary>
    public GlyphCell? Set(BitmapFont font, BitmapGlyph glyph)
    {
        var rows = new ulong[Rows];
        if (InkRows(font, glyph) is not { } ink)
        {
            return glyph.Advance is > 0 and <= Widest ? new GlyphCell(glyph.Advance, rows) : null;
        }

        var lower = Math.Max(0, ink.Top - Baseline);
        var higher = Math.Max(0, Baseline - Rows - ink.Bottom);
        var (first, behind) = InkColumns(font, glyph);

        // Nothing of a character is cut off: one that leans out of its own width gets the columns that it takes.
        var left = Math.Min(0, glyph.Left + first);
        var width = Math.Max(glyph.Advance, glyph.Left + behind) - left;
        if (ink.Top - ink.Bottom > Rows || Math.Max(lower, higher) > FarthestMove || width > Widest)
        {
            return null;
        }

        for (var y = glyph.Top - ink.Top; y < glyph.Top - ink.Bottom; y++)
        {
            for (var x = first; x < behind; x++)
            {
                if (font.IsLit(glyph, x, y))
                {
                    rows[Baseline - glyph.Top + y + lower - higher] |= GlyphCell.Leftmost >> (glyph.Left + x - left);
                }
            }
        }

        return new GlyphCell(width, rows);
    }

    /// <summary>The rows of a character that are lit, counted up from the baseline: the upper edge of the highest and the lower edge of the lowest; null for a dark one.</summary>
    private static (int Top, int Bottom)? InkRows(BitmapFont font, BitmapGlyph glyph)
    {
        var (top, bottom) = (-1, -1);
        for (var y = 0; y < glyph.Height; y++)
        {
            for (var x = 0; x < glyph.Width; x++)
            {
                if (font.IsLit(glyph, x, y))
                {
                    (top, bottom) = (top < 0 ? y : top, y + 1);
                    break;
                }
            }
        }

        return top < 0 ? null : (glyph.Top - top, glyph.Top - bottom);
    }

    /// <summary>The first lit column of a character that is not dark, and the one behind its last.</summary>
    private static (int First, int Behind) InkColumns(BitmapFont font, BitmapGlyph glyph)
    {
        var lit = Enumerable.Range(0, glyph.Width).Where(x => Enumerable.Range(0, glyph.Height).Any(y => font.IsLit(glyph, x, y))).ToArray();
        return (lit[0], lit[^1] + 1);
    }
}
