namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>One character as its file has it: a box of pixels, and where it lies from the point on the baseline at which the character is set.</summary>
/// <param name="Advance">Pixels to the next character.</param>
/// <param name="Left">Columns from that point to the left edge of the box; negative where it lies before it.</param>
/// <param name="Top">Rows from the baseline up to the top edge of the box; negative where it lies below.</param>
/// <param name="Width">Columns of the box.</param>
/// <param name="Height">Rows of the box.</param>
/// <param name="At">Where its first row stands among the pixels of the font, in bytes.</param>
/// <param name="Stride">Bytes of a row.</param>
internal readonly record struct BitmapGlyph(int Advance, int Left, int Top, int Width, int Height, int At, int Stride);
