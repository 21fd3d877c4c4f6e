namespace Signage.Renderer.Fonts;

/// <summary>
/// A bitmap font that was built into the program. Numbers are measured, not read from the font: its own ascent and descent leave room that no
/// character uses, and a face has no row to spare.
/// </summary>
/// <param name="Name">What people call it.</param>
/// <param name="Resource">Where it lies in the program.</param>
/// <param name="Cell">Rows of a character at its own size, where every renderer gives the original pixels.</param>
/// <param name="Baseline">The row on which letters stand, counted from 0 at the top, so that no character leaves the cell.</param>
/// <param name="Grain">Widths are whole numbers of this many pixels.</param>
/// <param name="Sizes">The sizes that texts are set in, whole multiples of the cell, the largest first.</param>
public sealed record FontFile(string Name, string Resource, int Cell, int Baseline, int Grain, IReadOnlyList<int> Sizes)
{
    /// <summary>GNU Unifont: 16 rows, half-width and full-width characters, nearly all of Unicode's basic plane.</summary>
    public static FontFile Unifont { get; } = new("Unifont", "unifont.woff", 16, 14, 8, [48, 32, 16]);

    /// <summary>
    /// Fusion Pixel: 8 rows, hanzi of 7x7 in a cell of 8x8, letters as wide as they need. Never enlarged: a face with room for 16 rows has room for a
    /// font that is easier to read.
    /// </summary>
    public static FontFile FusionPixel { get; } = new("Fusion Pixel 8px", "fusion-pixel-8px.woff", 8, 7, 1, [8]);
}
