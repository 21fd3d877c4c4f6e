using Signage.Core.Text;

namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>
/// Reads a font in the Portable Compiled Format of the X Window System, as FontForge describes it ("The X11 PCF bitmap font file format") and libXfont reads it
/// (<c>src/bitmap/pcfread.c</c> of X.Org). Memory is taken for tables that were found to be there.
/// </summary>
internal static class PcfReader
{
    private const int FormatKind = unchecked((int)0xFFFFFF00);
    private const int CompressedMetrics = 0x100;
    private const int NoGlyph = 0xFFFF;

    /// <summary>Reads it.</summary>
    /// <exception cref="FormatException">It has a mistake; the message is one line with the number of its byte.</exception>
    public static BitmapFont Read(ReadOnlySpan<byte> file)
    {
        var tables = new PcfTables(file);
        var table = tables.Find(PcfTables.Properties);
        var properties = PcfProperties.Read(table);
        var header = HeaderOf(properties, table);
        var boxes = ReadMetrics(tables.Find(PcfTables.Metrics));
        var bitmaps = tables.Find(PcfTables.Bitmaps);
        var pixels = PcfPixels.Read(bitmaps, boxes);
        return ReadEncodings(tables.Find(PcfTables.Encodings), header, boxes, pixels);
    }

    private static FontHeader HeaderOf(FontProperties properties, PcfTable table)
    {
        try
        {
            return FontHeader.Of(properties, properties.FontName ?? "", null);
        }
        catch (FormatException mistake)
        {
            throw table.Mistake(0, mistake.Message);
        }
    }

    /// <summary>The boxes of all characters, their pixels not yet placed.</summary>
    private static BitmapGlyph[] ReadMetrics(PcfTable table)
    {
        var small = (table.Format & FormatKind) == CompressedMetrics;
        if (!small && (table.Format & FormatKind) != 0)
        {
            throw table.Mistake(0, Words.PcfFormat.With(table.Name, table.Format));
        }

        var (first, each) = small ? (6, 5) : (8, 12);
        var count = table.Count(small ? table.Index(4) : table.Whole(4), 4, BitmapFontLimits.MostGlyphs, first, each);
        var boxes = new BitmapGlyph[count];
        Span<int> sides = stackalloc int[5];
        for (var i = 0; i < count; i++)
        {
            var at = first + (i * each);
            for (var side = 0; side < sides.Length; side++)
            {
                // A byte stands for a number around nought.
                sides[side] = small ? table.Part(at + side, 1)[0] - 0x80 : table.Half(at + (side * 2));
            }

            var (left, right, advance, ascent, descent) = (sides[0], sides[1], sides[2], sides[3], sides[4]);
            boxes[i] = new BitmapGlyph(
                table.Within(advance, at, 0, BitmapFontLimits.FarthestOffset),
                table.Within(left, at, -BitmapFontLimits.FarthestOffset, BitmapFontLimits.FarthestOffset),
                table.Within(ascent, at, -BitmapFontLimits.FarthestOffset, BitmapFontLimits.FarthestOffset),
                table.Within(right - left, at, 0, BitmapFontLimits.LargestBox),
                table.Within(ascent + descent, at, 0, BitmapFontLimits.LargestBox),
                0,
                0);
        }

        return boxes;
    }

    private static BitmapFont ReadEncodings(PcfTable table, FontHeader header, BitmapGlyph[] boxes, byte[] pixels)
    {
        if ((table.Format & FormatKind) != 0)
        {
            throw table.Mistake(0, Words.PcfFormat.With(table.Name, table.Format));
        }

        var (firstColumn, lastColumn) = (table.Within(table.Half(4), 4, 0, 0xFF), table.Within(table.Half(6), 6, 0, 0xFF));
        var (firstRow, lastRow) = (table.Within(table.Half(8), 8, 0, 0xFF), table.Within(table.Half(10), 10, 0, 0xFF));
        var columns = table.Within(lastColumn - firstColumn + 1, 6, 0, 0x100);
        var rows = table.Within(lastRow - firstRow + 1, 10, 0, 0x100);
        const int first = 14;
        var count = table.Count(columns * rows, 4, 0x10000, first, 2);
        var (glyphs, unmapped) = (new Dictionary<int, BitmapGlyph>(), 0);
        for (var i = 0; i < count; i++)
        {
            var at = first + (i * 2);
            var index = table.Index(at);
            if (index == NoGlyph)
            {
                continue;
            }

            if (index >= boxes.Length)
            {
                throw table.Mistake(at, Words.PcfNoSuchGlyph.With(index, boxes.Length));
            }

            var code = ((firstRow + (i / columns)) << 8) + firstColumn + (i % columns);
            if (header.Charset.CodePoint(code) is { } known)
            {
                glyphs[known] = boxes[index];
            }
            else
            {
                unmapped++;
            }
        }

        return glyphs.Count > 0 ? new BitmapFont(header, glyphs, pixels, unmapped) : throw table.Mistake(0, Words.FontWithoutGlyphs);
    }
}
