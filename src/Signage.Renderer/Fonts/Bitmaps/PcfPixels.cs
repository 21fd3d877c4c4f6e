using Signage.Core.Text;

namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>
/// Reads the table of pixels. Rows are padded to one, two, four or eight bytes; bits run from either end of a byte, and bytes from either end of a unit of one, two or four:
/// where the two ends differ, the bytes of a unit are turned round (libXfont, <c>pcfReadFont</c>).
/// </summary>
internal static class PcfPixels
{
    private const int PadMask = 3;
    private const int HighByteFirst = 1 << 2;
    private const int HighBitFirst = 1 << 3;
    private const int UnitShift = 4;
    private const int First = 8;
    private const int Sizes = 16;

    /// <summary>Reads the pixels, the leftmost of each byte in its highest bit, and places each box among them. Boxes may share pixels, so they are never copied apart.</summary>
    /// <exception cref="FormatException">A box lies outside.</exception>
    public static byte[] Read(PcfTable table, BitmapGlyph[] boxes)
    {
        if ((table.Format & ~0xFF) != 0 || ((table.Format >> UnitShift) & 3) == 3)
        {
            throw table.Mistake(0, Words.PcfFormat.With(table.Name, table.Format));
        }

        var count = table.Count(table.Whole(4), 4, BitmapFontLimits.MostGlyphs, First, 4);
        if (count != boxes.Length)
        {
            throw table.Mistake(4, Words.PcfCountsDiffer.With(boxes.Length, count));
        }

        var pad = table.Format & PadMask;
        var sizes = First + (count * 4L);
        var length = table.Whole(sizes + (pad * 4));
        var pixels = table.Part(sizes + Sizes, length).ToArray();
        for (var i = 0; i < count; i++)
        {
            var at = First + (i * 4);
            var (offset, stride) = (table.Whole(at), Padded(boxes[i].Width, 1 << pad));
            if (offset < 0 || offset + ((long)stride * boxes[i].Height) > pixels.Length)
            {
                throw table.Mistake(at, Words.PcfCut.With(table.Name, (long)stride * boxes[i].Height));
            }

            boxes[i] = boxes[i] with { At = offset, Stride = stride };
        }

        Turn(pixels, table.Format);
        return pixels;
    }

    private static int Padded(int width, int bytes) => (((width + 7) / 8) + bytes - 1) / bytes * bytes;

    private static void Turn(Span<byte> pixels, int format)
    {
        var (highByte, highBit) = ((format & HighByteFirst) != 0, (format & HighBitFirst) != 0);
        if (!highBit)
        {
            foreach (ref var bits in pixels)
            {
                bits = Reversed(bits);
            }
        }

        var unit = 1 << ((format >> UnitShift) & 3);
        if (highByte != highBit && unit > 1)
        {
            for (var at = 0; at + unit <= pixels.Length; at += unit)
            {
                pixels.Slice(at, unit).Reverse();
            }
        }
    }

    private static byte Reversed(byte bits)
    {
        var all = (uint)bits;
        all = ((all & 0xF0) >> 4) | ((all & 0x0F) << 4);
        all = ((all & 0xCC) >> 2) | ((all & 0x33) << 2);
        return (byte)(((all & 0xAA) >> 1) | ((all & 0x55) << 1));
    }
}
