using System.Buffers.Binary;
using Signage.Core.Frames;
using Signage.Core.Panels;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>
/// Pixels as the cards store them (section 6 of docs/protocols/onbon-bx6.md). Planes: one bit a pixel, 0 = lit, rows padded to 32 pixels, each
/// 32 pixels a little-endian word whose highest bit is the leftmost. Dual: red then green; seven colours: red, green, blue. Full colour: R G B.
/// </summary>
internal static class Bx6Pixels
{
    /// <summary>Bytes of a picture.</summary>
    public static int Length(int width, int height, ColourAbility colour) =>
        colour == ColourAbility.Full ? width * height * 3 : PlaneStride(width) * height * Planes(colour);

    /// <summary>Packs a window of a picture; columns past its right edge are dark.</summary>
    /// <param name="picture">The picture or strip.</param>
    /// <param name="left">First column of the window.</param>
    /// <param name="width">Columns of the window, the width of the area.</param>
    /// <param name="colour">How the screen stores colour.</param>
    public static byte[] Pack(PixelFrame picture, int left, int width, ColourAbility colour)
    {
        var size = new PixelSize(width, picture.Size.Height);
        var window = new byte[PixelFrame.LengthOf(size, picture.Layout)];
        var lit = new PixelSize(Math.Min(width, picture.Size.Width - left), size.Height);
        FrameBlit.Copy(picture, left, 0, lit, window, size, 0, 0);
        if (colour == ColourAbility.Full)
        {
            return window;
        }

        var packed = new byte[Length(width, size.Height, colour)];
        for (var plane = 0; plane < Planes(colour); plane++)
        {
            for (var y = 0; y < size.Height; y++)
            {
                var row = packed.AsSpan(((plane * size.Height) + y) * PlaneStride(width), PlaneStride(width));
                if (colour == ColourAbility.Seven)
                {
                    Threshold(window.AsSpan(y * width * 3, width * 3), plane, row);
                }
                else
                {
                    var stride = PixelFrame.StrideOf(width, picture.Layout);
                    window.AsSpan(((plane * size.Height) + y) * stride, stride).CopyTo(row);
                }

                ToWords(row);
            }
        }

        return packed;
    }

    private static int Planes(ColourAbility colour) => colour switch
    {
        ColourAbility.Single => 1,
        ColourAbility.Dual => 2,
        _ => 3,
    };

    private static int PlaneStride(int width) => (width + 31) / 32 * 4;

    private static void Threshold(ReadOnlySpan<byte> rgb, int primary, Span<byte> row)
    {
        for (var x = 0; x * 3 < rgb.Length; x++)
        {
            if (rgb[(x * 3) + primary] >= 128)
            {
                row[x >> 3] |= (byte)(0x80 >> (x & 7));
            }
        }
    }

    /// <summary>Leftmost-highest bits, lit = 1, become words of the card: inverted, byte order turned within each 32 pixels.</summary>
    private static void ToWords(Span<byte> row)
    {
        for (var at = 0; at < row.Length; at += 4)
        {
            var word = BinaryPrimitives.ReadUInt32BigEndian(row[at..]);
            BinaryPrimitives.WriteUInt32LittleEndian(row[at..], ~word);
        }
    }
}
