namespace Signage.Renderer.Fonts;

/// <summary>The bitmap of one character at the font's own size: its original pixels, each row in the high bits of a number.</summary>
/// <param name="Width">Pixels to the next character, at most as many as there are rows.</param>
/// <param name="Rows">As many rows as the font's cell has, top first; the leftmost pixel is bit 15.</param>
internal sealed record GlyphCell(int Width, ushort[] Rows);
