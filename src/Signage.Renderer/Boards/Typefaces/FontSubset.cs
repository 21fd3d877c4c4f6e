using System.Buffers.Binary;
using System.Text;

namespace Signage.Renderer.Boards.Typefaces;

/// <summary>
/// A TrueType font with the characters of one board and nothing else. A PDF then stays small although the drawing library embeds a font whole, and text that is
/// copied from it is the text that was set: each character has a glyph of its own, where the full font shares one between, for example, 人 and the radical ⼈.
/// </summary>
internal static class FontSubset
{
    private const int NamePlatform = 3;
    private const int English = 0x0409;

    /// <summary>Makes the font. The same characters give the same bytes.</summary>
    /// <param name="font">The full font.</param>
    /// <param name="characters">Characters that it has, each once; the first becomes glyph 1 and so on.</param>
    public static byte[] Make(BoardFont font, IReadOnlyList<Rune> characters)
    {
        List<int> sources = [0, .. characters.Select(character => font.Find(character))];
        var parts = new Dictionary<int, int>();
        var outlines = new List<byte[]>();

        // The list grows while it is read: a part may itself be made of parts.
        for (var glyph = 0; glyph < sources.Count; glyph++)
        {
            outlines.Add(CompositeGlyph.Renumber(font.Outlines.Of(sources[glyph]).Span, part =>
            {
                if (!parts.TryGetValue(part, out var number))
                {
                    parts[part] = number = sources.Count;
                    sources.Add(part);
                }

                return number;
            }));
        }

        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["OS/2"] = font.Tables.Read("OS/2").ToArray(),
            ["cmap"] = Map(characters),
            ["glyf"] = Join(outlines),
            ["head"] = Patched(font.Tables.Read("head"), (8, 0), (10, 0), (50, 1)),
            ["hhea"] = Patched(font.Tables.Read("hhea"), (34, sources.Count)),
            ["hmtx"] = Metrics(font.Outlines, sources),
            ["loca"] = Places(outlines),
            ["maxp"] = Patched(font.Tables.Read("maxp"), (4, sources.Count)),
            ["name"] = Names(font.File.PostScriptName),
            ["post"] = Patched(font.Tables.Read("post")[..32], (0, 3), (2, 0)),
        };
        if (font.Tables.Has("prep"))
        {
            tables["prep"] = font.Tables.Read("prep").ToArray();
        }

        return SfntFile.Write(tables);
    }

    private static byte[] Map(IReadOnlyList<Rune> characters)
    {
        var groups = characters.Select((character, at) => (Code: character.Value, Glyph: at + 1)).OrderBy(group => group.Code).ToArray();
        var length = 16 + (groups.Length * 12);
        var table = new byte[12 + length];
        SfntFile.Put(table, 2, 1, 2);
        SfntFile.Put(table, 4, 3, 2);
        SfntFile.Put(table, 6, 10, 2);
        SfntFile.Put(table, 8, 12, 4);
        SfntFile.Put(table, 12, 12, 2);
        SfntFile.Put(table, 16, length, 4);
        SfntFile.Put(table, 24, groups.Length, 4);
        for (var at = 0; at < groups.Length; at++)
        {
            SfntFile.Put(table, 28 + (at * 12), groups[at].Code, 4);
            SfntFile.Put(table, 32 + (at * 12), groups[at].Code, 4);
            SfntFile.Put(table, 36 + (at * 12), groups[at].Glyph, 4);
        }

        return table;
    }

    private static byte[] Join(List<byte[]> outlines)
    {
        var table = new byte[outlines.Sum(Padded)];
        var at = 0;
        foreach (var outline in outlines)
        {
            outline.CopyTo(table, at);
            at += Padded(outline);
        }

        return table;
    }

    private static byte[] Places(List<byte[]> outlines)
    {
        var table = new byte[(outlines.Count + 1) * 4];
        var at = 0;
        for (var glyph = 0; glyph < outlines.Count; glyph++)
        {
            at += Padded(outlines[glyph]);
            SfntFile.Put(table, (glyph + 1) * 4, at, 4);
        }

        return table;
    }

    private static int Padded(byte[] outline) => (outline.Length + 3) & ~3;

    private static byte[] Metrics(GlyphOutlines outlines, List<int> sources)
    {
        var table = new byte[sources.Count * 4];
        for (var glyph = 0; glyph < sources.Count; glyph++)
        {
            SfntFile.Put(table, glyph * 4, outlines.Advance(sources[glyph]), 2);
            BinaryPrimitives.WriteInt16BigEndian(table.AsSpan((glyph * 4) + 2), outlines.LeftBearing(sources[glyph]));
        }

        return table;
    }

    /// <summary>A copy with numbers of two bytes written over it.</summary>
    private static byte[] Patched(ReadOnlyMemory<byte> table, params (int At, int Value)[] numbers)
    {
        var copy = table.ToArray();
        foreach (var (at, value) in numbers)
        {
            SfntFile.Put(copy, at, value, 2);
        }

        return copy;
    }

    /// <summary>Family, style, full name and PostScript name, the four that readers ask for.</summary>
    private static byte[] Names(string name)
    {
        var text = Encoding.BigEndianUnicode.GetBytes(name);
        var style = Encoding.BigEndianUnicode.GetBytes("Regular");
        (int Id, int At, int Length)[] rows = [(1, 0, text.Length), (2, text.Length, style.Length), (4, 0, text.Length), (6, 0, text.Length)];
        var table = new byte[6 + (rows.Length * 12) + text.Length + style.Length];
        SfntFile.Put(table, 2, rows.Length, 2);
        SfntFile.Put(table, 4, 6 + (rows.Length * 12), 2);
        for (var row = 0; row < rows.Length; row++)
        {
            int[] fields = [NamePlatform, 1, English, rows[row].Id, rows[row].Length, rows[row].At];
            for (var field = 0; field < fields.Length; field++)
            {
                SfntFile.Put(table, 6 + (row * 12) + (field * 2), fields[field], 2);
            }
        }

        text.CopyTo(table, 6 + (rows.Length * 12));
        style.CopyTo(table, 6 + (rows.Length * 12) + text.Length);
        return table;
    }
}
