namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>A bitmap font of a file, read whole: its characters by code point. Immutable and thread-safe.</summary>
public sealed class BitmapFont
{
    private readonly Dictionary<int, BitmapGlyph> _glyphs;
    private readonly byte[] _pixels;

    /// <summary>Keeps what was read.</summary>
    /// <param name="header">What the font says of itself.</param>
    /// <param name="glyphs">The characters by code point; not changed afterwards.</param>
    /// <param name="pixels">The pixels of all characters, the leftmost in the highest bit; not changed afterwards.</param>
    /// <param name="unmapped">Characters left out because their code is none of the character set.</param>
    internal BitmapFont(FontHeader header, Dictionary<int, BitmapGlyph> glyphs, byte[] pixels, int unmapped)
    {
        (_glyphs, _pixels, Unmapped) = (glyphs, pixels, unmapped);
        (Name, Charset, PixelSize) = (header.Name, header.Charset.Name, header.PixelSize);
    }

    /// <summary>Its family and size, such as <c>Song ti 24px</c>, as the file has them.</summary>
    public string Name { get; }

    /// <summary>Its character set, such as <c>GB2312.1980-0</c>.</summary>
    public string Charset { get; }

    /// <summary>The size that it says it is made for, in rows.</summary>
    public int PixelSize { get; }

    /// <summary>How many characters it has, lit or not.</summary>
    public int Count => _glyphs.Count;

    /// <summary>Characters of the file that stand for no code point.</summary>
    public int Unmapped { get; }

    /// <summary>Every character that it has, in the order of the file.</summary>
    internal IEnumerable<KeyValuePair<int, BitmapGlyph>> Glyphs => _glyphs;

    /// <summary>Finds a character.</summary>
    internal bool TryFind(int code, out BitmapGlyph glyph) => _glyphs.TryGetValue(code, out glyph);

    /// <summary>True when a pixel of a character is lit; column and row from the top left of its box.</summary>
    internal bool IsLit(in BitmapGlyph glyph, int x, int y) => (_pixels[glyph.At + (y * glyph.Stride) + (x >> 3)] & (0x80 >> (x & 7))) != 0;
}
