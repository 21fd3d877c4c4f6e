using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Signage.Renderer.Tests.Pictures.Made;

/// <summary>PNG files made chunk by chunk, good ones and others.</summary>
internal static class MadePng
{
    private const uint Polynomial = 0xEDB88320;

    /// <summary>A picture of 16x8 in red, green, blue and white, written by ImageMagick 6.9.</summary>
    public static byte[] Good { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAABAAAAAICAIAAAB/FOjAAAAAIElEQVQY02P8z4AdMOKQYGIgEdBeAyMDA3bH/h86fgAAFLMFC68oD/AAAAAASUVORK5CYII=");

    public static byte[] Mark => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] End => Chunk("IEND");

    public static byte[] File(params byte[][] chunks) => [.. Mark, .. chunks.SelectMany(chunk => chunk)];

    public static byte[] Chunk(string type, params byte[] data) => Chunk(Encoding.Latin1.GetBytes(type), data, CheckOf([.. Encoding.Latin1.GetBytes(type), .. data]));

    public static byte[] Chunk(byte[] type, byte[] data, uint check)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk, 4);
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), check);
        return chunk;
    }

    public static byte[] Head(long width, long height, int depth = 8, int colour = 2, int compression = 0, int filter = 0, int interlace = 0)
    {
        var data = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(data, (uint)(width & 0xFFFF_FFFF));
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(4), (uint)(height & 0xFFFF_FFFF));
        new[] { (byte)depth, (byte)colour, (byte)compression, (byte)filter, (byte)interlace }.CopyTo(data, 8);
        return Chunk("IHDR", data);
    }

    /// <summary>Bytes as packed data of a picture; zeros where only a number is given.</summary>
    public static byte[] Packed(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            packing.Write(rows);
        }

        return packed.ToArray();
    }

    public static byte[] Data(int zeros) => Chunk("IDAT", Packed(new byte[zeros]));

    /// <summary>A black picture of R G B.</summary>
    public static byte[] Black(int width, int height) => File(Head(width, height), Data(((width * 3) + 1) * height), End);

    /// <summary>Sets right the check value of every chunk that is still whole, so that what was spoiled gets as far as it can.</summary>
    public static void SetChecksRight(Span<byte> file)
    {
        for (var rest = file.Length > 8 ? file[8..] : []; rest.Length >= 12 && BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length <= rest.Length - 12;)
        {
            BinaryPrimitives.WriteUInt32BigEndian(rest[(8 + (int)length)..], CheckOf(rest.Slice(4, 4 + (int)length)));
            rest = rest[(12 + (int)length)..];
        }
    }

    // Bit by bit, as the specification's annex D defines it.
    private static uint CheckOf(ReadOnlySpan<byte> bytes)
    {
        var check = uint.MaxValue;
        foreach (var part in bytes)
        {
            check ^= part;
            for (var bit = 0; bit < 8; bit++)
            {
                check = (check & 1) != 0 ? (check >> 1) ^ Polynomial : check >> 1;
            }
        }

        return ~check;
    }
}
