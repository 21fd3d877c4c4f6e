using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Signage.Simulator.Tests.Cards.Colorlight;

/// <summary>PNG files as other programs write them: any kind, any filter, packed.</summary>
internal static class PngWriter
{
    /// <summary>Writes a file.</summary>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="kind">The colour type of the format.</param>
    /// <param name="samples">The samples of all pixels, row by row.</param>
    /// <param name="filter">The filter of a row.</param>
    /// <param name="depth">Bits a sample.</param>
    /// <param name="interlace">1 for a file that claims to be interlaced.</param>
    /// <param name="palette">Red, green and blue of each entry.</param>
    public static byte[] Write(int width, int height, int kind, byte[] samples, Func<int, int> filter, int depth = 8, int interlace = 0, byte[]? palette = null)
    {
        var size = kind switch { 2 => 3, 6 => 4, _ => 1 };
        using var packed = new MemoryStream();
        using (var rows = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var above = new byte[width * size];
            for (var y = 0; y < height; y++)
            {
                var row = samples.AsSpan(y * width * size, width * size).ToArray();
                rows.WriteByte((byte)filter(y));
                rows.Write(Filtered(row, above, size, filter(y)));
                above = row;
            }
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9], head[12]) = ((byte)depth, (byte)kind, (byte)interlace);
        var all = packed.ToArray();
        return
        [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", head), .. Chunk("tEXt", Encoding.ASCII.GetBytes("Software\0other")),
            .. palette is null ? [] : Chunk("PLTE", palette), .. Chunk("IDAT", all[..(all.Length / 2)]), .. Chunk("IDAT", all[(all.Length / 2)..]), .. Chunk("IEND", []),
        ];
    }

    private static byte[] Filtered(byte[] row, byte[] above, int size, int filter) => [.. row.Select((value, i) =>
    {
        int left = i < size ? 0 : row[i - size], up = above[i], corner = i < size ? 0 : above[i - size];
        return (byte)((value - filter switch { 1 => left, 2 => up, 3 => (left + up) >> 1, 4 => Nearest(left, up, corner), _ => 0 }) & 0xFF);
    })];

    // The one of the three that comes nearest to left + up - corner; left before up before corner.
    private static int Nearest(int left, int up, int corner) => new[] { left, up, corner }.MinBy(value => Math.Abs(left + up - corner - value));

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Check(body));
        return [.. length, .. body, .. check];
    }

    private static uint Check(byte[] bytes)
    {
        // By long division of the reversed polynomial, as RFC 2083 describes it.
        var rest = uint.MaxValue;
        foreach (var one in bytes)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var divides = ((one >> bit) & 1) != (rest & 1);
                rest = (rest >> 1) ^ (divides ? 0xEDB8_8320u : 0);
            }
        }

        return ~rest;
    }
}
