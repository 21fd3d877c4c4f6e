using Signage.Core.Text;

namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>Reads the table of properties: names and values, the texts of both behind them.</summary>
internal static class PcfProperties
{
    private const int First = 8;
    private const int Each = 9;

    // A font has some thirty.
    private const int Most = 4096;
    private const int LongestText = 512;

    /// <summary>Reads it.</summary>
    /// <exception cref="FormatException">It is cut off, or a text of it is none.</exception>
    public static FontProperties Read(PcfTable table)
    {
        var count = table.Count(table.Whole(4), 4, Most, First, Each);

        // What follows nine bytes each begins at a whole number of four again.
        var texts = First + (count * Each) + ((4 - (count & 3)) & 3);
        var (begin, length) = (texts + 4, table.Whole(texts));
        _ = table.Part(begin, length);
        var properties = new FontProperties();
        for (var i = 0; i < count; i++)
        {
            var at = First + (i * Each);
            var name = TextAt(table, at, table.Whole(at), begin, length);
            if (!FontProperties.Keeps(name))
            {
                continue;
            }

            if (table.Part(at + 4, 1)[0] != 0)
            {
                properties.Take(name, TextAt(table, at + 5, table.Whole(at + 5), begin, length));
            }
            else
            {
                properties.Take(name, table.Whole(at + 5));
            }
        }

        return properties;
    }

    private static ReadOnlySpan<byte> TextAt(PcfTable table, int at, int offset, int begin, int length)
    {
        if (offset < 0 || offset >= length)
        {
            throw table.Mistake(at, Words.FontOutOfRange.With(table.Name, offset, 0, length - 1));
        }

        var rest = table.Part(begin + offset, length - offset);
        var end = rest.IndexOf((byte)0);
        var text = end < 0 ? throw table.Mistake(at, Words.PcfCut.With(table.Name, 1)) : rest[..end];
        return text[..Math.Min(text.Length, LongestText)];
    }
}
