using Signage.Core.Frames;

namespace Signage.Simulator.Playing;

/// <summary>Colours of single pixels as a picture that others can compare.</summary>
internal static class GlassFrames
{
    /// <summary>The picture of a rectangle of colours.</summary>
    /// <param name="pixels">Row by row.</param>
    /// <param name="size">Width and height.</param>
    /// <param name="layout">The layout of the panel's face.</param>
    public static PixelFrame ToFrame(LedColour[] pixels, PixelSize size, PixelLayout layout) =>
        PixelFrame.Create(size, layout, pixels, (cells, lit) =>
        {
            var stride = PixelFrame.StrideOf(size.Width, layout);
            for (var i = 0; i < lit.Length; i++)
            {
                var (x, y) = (i % size.Width, i / size.Width);
                if (layout == PixelLayout.Rgb)
                {
                    (cells[i * 3], cells[(i * 3) + 1], cells[(i * 3) + 2]) = (lit[i].R, lit[i].G, lit[i].B);
                    continue;
                }

                var bit = (byte)(0x80 >> (x & 7));
                if (lit[i].R != 0)
                {
                    cells[(y * stride) + (x >> 3)] |= bit;
                }

                if (layout == PixelLayout.Dual && lit[i].G != 0)
                {
                    cells[((size.Height + y) * stride) + (x >> 3)] |= bit;
                }
            }
        });
}
