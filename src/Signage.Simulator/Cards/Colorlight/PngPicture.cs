using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Signage.Core.Frames;

namespace Signage.Simulator.Cards.Colorlight;

/// <summary>
/// A PNG file unpacked by the player itself (ISO/IEC 15948): 8 bits a channel, grey, true colour, palette or true colour with alpha (laid over black), all
/// five filters. Check values are checked. Interlaced pictures and other depths are refused: the simulation ends there, not the format. The picture is stretched
/// to the place that it is for while it is read, row by row: a file of a hundred bytes may be a picture of millions of pixels, of which the glass shows few.
/// </summary>
/// <param name="Size">The size that it was stretched to.</param>
/// <param name="Pixels">Row by row.</param>
internal sealed record PngPicture(PixelSize Size, LedColour[] Pixels)
{
    /// <summary>Longest side of a file, in pixels; two rows of it are held while it is read.</summary>
    public const int LongestSide = 8_192;

    /// <summary>Most bytes of a pixel in a file.</summary>
    public const int MostBytesAPixel = 4;

    private const int MostPixels = 16 * 1024 * 1024;

    // The most that DEFLATE makes of one byte (RFC 1951: 258 bytes of two bits).
    private const long MostOfAByte = 1_032;

    private const int PaletteKind = 3;
    private const int PaletteEntry = 3;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The light of one pixel.</summary>
    public LedColour At(int x, int y) => Pixels[(y * Size.Width) + x];

    /// <summary>Reads a file; null when it is broken or of a kind that is not read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="size">The size that it is stretched to: nearest pixel, both ways by itself.</param>
    public static PngPicture? Read(ReadOnlySpan<byte> file, PixelSize size)
    {
        if (!file.StartsWith(Signature))
        {
            return null;
        }

        (int Width, int Height, int Kind)? head = null;
        byte[] palette = [], alphas = [];
        using var packed = new MemoryStream();
        for (var at = Signature.Length; at <= file.Length - 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12)
            {
                return null;
            }

            var chunk = file.Slice(at + 4, 4 + (int)length);
            at += 12 + (int)length;
            if (Crc(chunk) != BinaryPrimitives.ReadUInt32BigEndian(file[(at - 4)..]))
            {
                return null;
            }

            var data = chunk[4..];
            switch (Encoding.ASCII.GetString(chunk[..4]))
            {
                case "IHDR" when head is null:
                    head = Head(data);
                    break;
                case "PLTE":
                    palette = data.ToArray();
                    break;
                case "tRNS":
                    alphas = data.ToArray();
                    break;
                case "IDAT":
                    packed.Write(data);
                    break;
                case "IEND":
                    return head is { } of ? Unpack(of, packed, palette, alphas, size) : null;
                case [>= 'A' and <= 'Z', ..]:
                    return null;   // a critical chunk that nobody taught us
                default:
                    break;
            }

            if (head is null)
            {
                return null;
            }
        }

        return null;
    }

    private static (int Width, int Height, int Kind)? Head(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13 || data[8] != 8 || data[9] is not (0 or 2 or PaletteKind or 6) || data[10] != 0 || data[11] != 0 || data[12] != 0)
        {
            return null;
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        return width is >= 1 and <= LongestSide && height is >= 1 and <= LongestSide && width * height <= MostPixels ? ((int)width, (int)height, data[9]) : null;
    }

    private static PngPicture? Unpack((int Width, int Height, int Kind) head, MemoryStream packed, byte[] palette, byte[] alphas, PixelSize size)
    {
        var bytesAPixel = head.Kind switch { 2 => 3, 6 => MostBytesAPixel, _ => 1 };
        var stride = head.Width * bytesAPixel;
        if (packed.Length * MostOfAByte < head.Height * (1L + stride))
        {
            return null;   // the head says more than can be behind it
        }

        byte[] above = new byte[stride], row = new byte[stride];
        var pixels = new LedColour[size.Width * size.Height];
        var drawn = 0;
        packed.Position = 0;
        try
        {
            using var rows = new ZLibStream(packed, CompressionMode.Decompress);
            for (var y = 0; y < head.Height; y++)
            {
                var filter = rows.ReadByte();
                rows.ReadExactly(row);
                if (!Unfilter(filter, row, above, bytesAPixel) || (head.Kind == PaletteKind && IsBeyond(palette, row)))
                {
                    return null;
                }

                for (; drawn < size.Height && (long)drawn * head.Height / size.Height == y; drawn++)
                {
                    for (var x = 0; x < size.Width; x++)
                    {
                        var from = (int)((long)x * head.Width / size.Width) * bytesAPixel;
                        pixels[(drawn * size.Width) + x] = Colour(row.AsSpan(from, bytesAPixel), head.Kind, palette, alphas);
                    }
                }

                (above, row) = (row, above);
            }

            return rows.ReadByte() < 0 ? new PngPicture(size, pixels) : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            // No zlib stream, one that ends too early, or one that asks for a dictionary: the library has an error of reading for that.
            return null;
        }
    }

    // A pixel that the palette has no colour for.
    private static bool IsBeyond(byte[] palette, byte[] row)
    {
        var entries = palette.Length / PaletteEntry;
        return entries == 0 || (entries <= byte.MaxValue && row.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)(entries - 1)));
    }

    private static bool Unfilter(int filter, byte[] row, byte[] above, int step)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i < step ? 0 : row[i - step], up = above[i], corner = i < step ? 0 : above[i - step];
            int? add = filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => null,
            };
            if (add is null)
            {
                return false;
            }

            row[i] = (byte)((row[i] + add.Value) & 0xFF);
        }

        return true;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static LedColour Colour(ReadOnlySpan<byte> pixel, int kind, byte[] palette, byte[] alphas)
    {
        switch (kind)
        {
            case 0:
                return new LedColour(pixel[0], pixel[0], pixel[0]);
            case 2:
                return new LedColour(pixel[0], pixel[1], pixel[2]);
            case 6:
                return OverBlack(pixel[0], pixel[1], pixel[2], pixel[3]);
            default:
                var entry = pixel[0] * PaletteEntry;
                return OverBlack(palette[entry], palette[entry + 1], palette[entry + 2], pixel[0] < alphas.Length ? alphas[pixel[0]] : (byte)255);
        }
    }

    private static LedColour OverBlack(byte red, byte green, byte blue, byte alpha) =>
        new((byte)(red * alpha / 255), (byte)(green * alpha / 255), (byte)(blue * alpha / 255));

    /// <summary>The check value of a chunk, bit by bit as the standard's text has it.</summary>
    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var value = uint.MaxValue;
        foreach (var one in bytes)
        {
            value ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value >> 1) ^ ((value & 1) * 0xEDB8_8320u);
            }
        }

        return ~value;
    }
}
