using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Signage.Core.Frames;

namespace Signage.Simulator.Cards.Colorlight;

/// <summary>
/// A PNG file unpacked by the player itself (ISO/IEC 15948): 8 bits a channel, grey, true colour, palette or true colour with alpha (laid over black), all
/// five filters. Check values are checked. Interlaced pictures and other depths are refused: the simulation ends there, not the format.
/// </summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Pixels">Row by row.</param>
internal sealed record PngPicture(int Width, int Height, LedColour[] Pixels)
{
    private const int LongestSide = 8_192;
    private const int MostPixels = 16 * 1024 * 1024;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The light of one pixel.</summary>
    public LedColour At(int x, int y) => Pixels[(y * Width) + x];

    /// <summary>Reads a file; null when it is broken or of a kind that is not read.</summary>
    public static PngPicture? Read(ReadOnlySpan<byte> file)
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
                    return head is { } of ? Unpack(of.Width, of.Height, of.Kind, packed, palette, alphas) : null;
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
        if (data.Length != 13 || data[8] != 8 || data[9] is not (0 or 2 or 3 or 6) || data[10] != 0 || data[11] != 0 || data[12] != 0)
        {
            return null;
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        return width is >= 1 and <= LongestSide && height is >= 1 and <= LongestSide && width * height <= MostPixels ? ((int)width, (int)height, data[9]) : null;
    }

    private static PngPicture? Unpack(int width, int height, int kind, MemoryStream packed, byte[] palette, byte[] alphas)
    {
        var bytesAPixel = kind switch { 2 => 3, 6 => 4, _ => 1 };
        var stride = width * bytesAPixel;
        byte[] above = new byte[stride], row = new byte[stride];
        var pixels = new LedColour[width * height];
        packed.Position = 0;
        try
        {
            using var rows = new ZLibStream(packed, CompressionMode.Decompress);
            for (var y = 0; y < height; y++)
            {
                var filter = rows.ReadByte();
                rows.ReadExactly(row);
                if (!Unfilter(filter, row, above, bytesAPixel))
                {
                    return null;
                }

                for (var x = 0; x < width; x++)
                {
                    if (Colour(row.AsSpan(x * bytesAPixel, bytesAPixel), kind, palette, alphas) is not { } colour)
                    {
                        return null;
                    }

                    pixels[(y * width) + x] = colour;
                }

                (above, row) = (row, above);
            }

            return rows.ReadByte() < 0 ? new PngPicture(width, height, pixels) : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
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

    private static LedColour? Colour(ReadOnlySpan<byte> pixel, int kind, byte[] palette, byte[] alphas)
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
                var entry = pixel[0] * 3;
                return entry + 3 > palette.Length
                    ? null
                    : OverBlack(palette[entry], palette[entry + 1], palette[entry + 2], pixel[0] < alphas.Length ? alphas[pixel[0]] : (byte)255);
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
