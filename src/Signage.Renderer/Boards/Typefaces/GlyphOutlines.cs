using System.Buffers.Binary;

namespace Signage.Renderer.Boards.Typefaces;

/// <summary>The outlines of glyphs: the tables <c>loca</c>, <c>glyf</c> and <c>hmtx</c>.</summary>
internal sealed class GlyphOutlines
{
    private readonly ReadOnlyMemory<byte> _places;
    private readonly ReadOnlyMemory<byte> _outlines;
    private readonly ReadOnlyMemory<byte> _metrics;
    private readonly bool _longPlaces;
    private readonly int _widths;

    /// <summary>Reads the tables.</summary>
    public GlyphOutlines(FontTables tables)
    {
        _places = tables.Read("loca");
        _outlines = tables.Read("glyf");
        _metrics = tables.Read("hmtx");
        _longPlaces = BinaryPrimitives.ReadInt16BigEndian(tables.Read("head").Span[50..]) == 1;
        _widths = BinaryPrimitives.ReadUInt16BigEndian(tables.Read("hhea").Span[34..]);
    }

    /// <summary>The outline of a glyph; empty for a space.</summary>
    public ReadOnlyMemory<byte> Of(int glyph)
    {
        var (from, after) = (Place(glyph), Place(glyph + 1));
        return _outlines[from..after];
    }

    /// <summary>Font units to the next character. The last width stands for all glyphs behind it.</summary>
    public int Advance(int glyph) => BinaryPrimitives.ReadUInt16BigEndian(_metrics.Span[(Math.Min(glyph, _widths - 1) * 4)..]);

    /// <summary>Font units from the origin to the left edge of the outline.</summary>
    public short LeftBearing(int glyph) => BinaryPrimitives.ReadInt16BigEndian(
        _metrics.Span[(glyph < _widths ? (glyph * 4) + 2 : (_widths * 4) + ((glyph - _widths) * 2))..]);

    private int Place(int glyph) => _longPlaces
        ? (int)BinaryPrimitives.ReadUInt32BigEndian(_places.Span[(glyph * 4)..])
        : BinaryPrimitives.ReadUInt16BigEndian(_places.Span[(glyph * 2)..]) * 2;
}
