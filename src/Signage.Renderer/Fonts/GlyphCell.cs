namespace Signage.Renderer.Fonts;

/// <summary>The bitmap of one character at 16 rows: the original pixels of the font, each row in the high bits of a number.</summary>
/// <param name="Width">8 for a half-width character, 16 for a full-width one.</param>
/// <param name="Rows">Sixteen rows, top first; the leftmost pixel is bit 15.</param>
internal sealed record GlyphCell(int Width, ushort[] Rows);
