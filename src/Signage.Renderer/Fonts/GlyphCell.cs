namespace Signage.Renderer.Fonts;

/// <summary>The bitmap of one character at the font's own size: its original pixels, each row in the high bits of a number.</summary>
/// <param name="Width">Pixels to the next character, at most 64.</param>
/// <param name="Rows">As many rows as the font's cell has, top first; the leftmost pixel is the highest bit.</param>
internal sealed record GlyphCell(int Width, ulong[] Rows)
{
    /// <summary>The leftmost pixel of a row.</summary>
    public const ulong Leftmost = 1UL << 63;

    /// <summary>True when a pixel is lit.</summary>
    public bool IsLit(int x, int y) => (Rows[y] & (Leftmost >> x)) != 0;
}
