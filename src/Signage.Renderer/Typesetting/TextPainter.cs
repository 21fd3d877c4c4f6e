using Signage.Core.Frames;
using Signage.Renderer.Fonts;

namespace Signage.Renderer.Typesetting;

/// <summary>Draws lines of cells into pictures, each font pixel as a square of whole pixels.</summary>
internal static class TextPainter
{
    /// <summary>Pixels that a line takes at a size.</summary>
    public static int Width(IReadOnlyList<GlyphCell> line, int size) => line.Sum(cell => cell.Width * Scale(cell, size));

    /// <summary>A picture with lines of text, the block in the middle of the height, each line in the middle of the width (or at the left edge).</summary>
    public static PixelFrame Paint(
        IReadOnlyList<IReadOnlyList<GlyphCell>> lines, int textSize, PixelSize size, PixelLayout layout, LedColour colour, bool fromLeft) =>
        PixelFrame.Create(size, layout, (lines, textSize, colour, fromLeft), (cells, text) =>
        {
            var y = (size.Height - (text.lines.Count * text.textSize)) / 2;
            foreach (var line in text.lines)
            {
                var x = text.fromLeft ? 0 : (size.Width - Width(line, text.textSize)) / 2;
                foreach (var cell in line)
                {
                    var scale = Scale(cell, text.textSize);
                    Stamp(new Ink(size, layout, text.colour), cells, cell, x, y, scale);
                    x += cell.Width * scale;
                }

                y += text.textSize;
            }
        });

    /// <summary>Whole pixels for a pixel of the font.</summary>
    private static int Scale(GlyphCell cell, int size) => size / cell.Rows.Length;

    private static void Stamp(Ink ink, Span<byte> cells, GlyphCell cell, int left, int top, int scale)
    {
        for (var y = 0; y < cell.Rows.Length * scale; y++)
        {
            var row = cell.Rows[y / scale];
            for (var x = 0; row != 0 && x < cell.Width * scale; x++)
            {
                if ((row & (0x8000 >> (x / scale))) != 0)
                {
                    ink.Light(cells, left + x, top + y);
                }
            }
        }
    }

    private readonly record struct Ink(PixelSize Size, PixelLayout Layout, LedColour Colour)
    {
        public void Light(Span<byte> cells, int x, int y)
        {
            var stride = PixelFrame.StrideOf(Size.Width, Layout);
            if (Layout == PixelLayout.Rgb)
            {
                var at = (y * stride) + (x * 3);
                (cells[at], cells[at + 1], cells[at + 2]) = (Colour.R, Colour.G, Colour.B);
                return;
            }

            var bit = (byte)(0x80 >> (x & 7));
            if (Layout == PixelLayout.Mono || Colour.R != 0)
            {
                cells[(y * stride) + (x >> 3)] |= bit;
            }

            if (Layout == PixelLayout.Dual && Colour.G != 0)
            {
                cells[((Size.Height + y) * stride) + (x >> 3)] |= bit;
            }
        }
    }
}
