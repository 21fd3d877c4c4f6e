using System.Text;

namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>The glyphs of a bitmap font of the user's, set in its cell.</summary>
/// <param name="font">The font.</param>
/// <param name="cell">Where its characters stand.</param>
internal sealed class BitmapGlyphs(BitmapFont font, BitmapCell cell) : IGlyphSource
{
    /// <inheritdoc />
    public GlyphCell? Draw(Rune rune) => font.TryFind(rune.Value, out var glyph) ? cell.Set(font, glyph) : null;

    /// <inheritdoc />
    public void Dispose()
    {
        // Nothing but memory.
    }
}
