using Signage.Core.Frames;

namespace Signage.Protocols.Vendors.Awtrix.Wire;

/// <summary>A rectangle of colours, the drawing command <c>db</c>: docs/protocols/awtrix.md, section 3.</summary>
/// <param name="X">Left edge, pixels.</param>
/// <param name="Y">Upper edge, pixels.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Colours">Row by row, each <c>0xRRGGBB</c>.</param>
internal sealed record AwtrixBitmap(int X, int Y, int Width, int Height, IReadOnlyList<int> Colours)
{
    /// <summary>Most digits of a colour, and the comma behind it.</summary>
    public const int LongestColour = 9;

    /// <summary>The whole of a picture.</summary>
    public static AwtrixBitmap Of(PixelFrame picture)
    {
        var (width, height) = (picture.Size.Width, picture.Size.Height);
        var colours = new int[width * height];
        for (var i = 0; i < colours.Length; i++)
        {
            var light = picture[i % width, i / width];
            colours[i] = (light.R << 16) | (light.G << 8) | light.B;
        }

        return new AwtrixBitmap(0, 0, width, height, colours);
    }

    /// <summary>Colours as a picture.</summary>
    /// <param name="colours">Row by row, <c>width * height</c> of them.</param>
    /// <param name="size">Width and height.</param>
    public static PixelFrame ToPicture(IReadOnlyList<int> colours, PixelSize size) => PixelFrame.Create(size, PixelLayout.Rgb, colours, static (cells, from) =>
    {
        for (var i = 0; i < from.Count; i++)
        {
            cells[i * 3] = (byte)((from[i] >> 16) & 0xFF);
            cells[(i * 3) + 1] = (byte)((from[i] >> 8) & 0xFF);
            cells[(i * 3) + 2] = (byte)(from[i] & 0xFF);
        }
    });
}
