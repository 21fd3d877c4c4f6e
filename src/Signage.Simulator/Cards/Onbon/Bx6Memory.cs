using Signage.Core.Frames;
using Signage.Core.Panels;

namespace Signage.Simulator.Cards.Onbon;

/// <summary>
/// The card's side of the pixel formats (docs/protocols/onbon-bx6.md, section 6): stored bytes to lit LEDs, pixel by pixel, sharing no code with the packer.
/// </summary>
internal static class Bx6Memory
{
    /// <summary>How many bytes a page of this size has.</summary>
    public static int BytesOf(int width, int height, ColourAbility colour)
    {
        var words = width % 32 == 0 ? width / 32 : (width / 32) + 1;
        return colour switch
        {
            ColourAbility.Single => words * 4 * height,
            ColourAbility.Dual => words * 4 * height * 2,
            ColourAbility.Seven => words * 4 * height * 3,
            _ => 3 * width * height,
        };
    }

    /// <summary>Lights the LEDs of the first columns of a page.</summary>
    /// <param name="stored">The page's bytes.</param>
    /// <param name="width">Width of the area, which decides where rows start.</param>
    /// <param name="height">Height of the area.</param>
    /// <param name="columns">Columns wanted.</param>
    /// <param name="colour">What the LEDs can do.</param>
    public static LedColour[] Light(ReadOnlySpan<byte> stored, int width, int height, int columns, ColourAbility colour)
    {
        var lit = new LedColour[columns * height];
        var plane = BytesOf(width, height, ColourAbility.Single);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                lit[(y * columns) + x] = colour == ColourAbility.Full
                    ? new LedColour(stored[((y * width) + x) * 3], stored[(((y * width) + x) * 3) + 1], stored[(((y * width) + x) * 3) + 2])
                    : new LedColour(
                        Led(stored, 0, width, x, y),
                        colour == ColourAbility.Single ? (byte)0 : Led(stored, plane, width, x, y),
                        colour == ColourAbility.Seven ? Led(stored, plane * 2, width, x, y) : (byte)0);
            }
        }

        return lit;
    }

    private static byte Led(ReadOnlySpan<byte> stored, int plane, int width, int x, int y)
    {
        // Groups of four bytes hold 32 pixels, the last byte the leftmost eight; a bit that is 0 is lit.
        var rowBytes = BytesOf(width, 1, ColourAbility.Single);
        var group = x / 32 * 4;
        var byteInGroup = 3 - (x % 32 / 8);
        var value = stored[plane + (y * rowBytes) + group + byteInGroup];
        return (value >> (7 - (x % 8)) & 1) == 0 ? (byte)255 : (byte)0;
    }
}
