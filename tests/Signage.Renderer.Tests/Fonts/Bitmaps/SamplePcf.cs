using System.Buffers.Binary;
using System.Text;

namespace Signage.Renderer.Tests.Fonts.Bitmaps;

/// <summary>A small PCF font put together table by table, so that any of them can be spoiled. What our own writer makes proves nothing about the format: bdftopcf does.</summary>
internal sealed class SamplePcf
{
    public const int Properties = 1;
    public const int Metrics = 4;
    public const int Bitmaps = 8;
    public const int Encodings = 32;

    private static readonly string[] Texts = ["FAMILY_NAME", "sample", "CHARSET_REGISTRY", "ISO10646", "CHARSET_ENCODING", "1", "PIXEL_SIZE"];

    /// <summary>Two characters of 8x2, A and B; the numbers of the pixels' table high byte first, the others low byte first.</summary>
    public Dictionary<int, byte[]> Tables { get; } = new()
    {
        [Properties] = [.. Whole(0, 4), .. Property("FAMILY_NAME", "sample"), .. Property("CHARSET_REGISTRY", "ISO10646"), .. Property("CHARSET_ENCODING", "1"), .. Number("PIXEL_SIZE", 12),
            .. Whole(Texts.Sum(text => text.Length + 1)), .. Texts.SelectMany(text => Encoding.ASCII.GetBytes(text + '\0')), 0],
        [Metrics] = [.. Whole(0x100), 2, 0, .. (byte[])[0x80, 0x88, 0x88, 0x82, 0x80], .. (byte[])[0x80, 0x88, 0x88, 0x82, 0x80], 0, 0],
        [Bitmaps] = [.. Whole(0x0C), .. Big(2, 0, 2), .. Big(4, 8, 16, 32), 0xF0, 0x0F, 0xAA, 0x55],
        [Encodings] = [.. Whole(0), .. (byte[])[65, 0, 66, 0, 0, 0, 0, 0, 65, 0, 0, 0, 1, 0, 0, 0]],
    };

    public byte[] Bytes()
    {
        var (head, body) = (new List<byte>([1, (byte)'f', (byte)'c', (byte)'p', .. Whole(Tables.Count)]), new List<byte>());
        foreach (var (kind, table) in Tables)
        {
            head.AddRange(Whole(kind, BinaryPrimitives.ReadInt32LittleEndian(table), table.Length, 8 + (Tables.Count * 16) + body.Count));
            body.AddRange(table);
            body.AddRange(new byte[(4 - (table.Length & 3)) & 3]);
        }

        return [.. head, .. body];
    }

    private static byte[] Property(string name, string value) => [.. Whole(At(name)), 1, .. Whole(At(value))];

    private static byte[] Number(string name, int value) => [.. Whole(At(name)), 0, .. Whole(value)];

    private static int At(string text) => Texts.TakeWhile(other => other != text).Sum(other => other.Length + 1);

    private static byte[] Whole(params int[] numbers) => [.. numbers.SelectMany(BitConverter.GetBytes)];

    private static byte[] Big(params int[] numbers) => [.. numbers.SelectMany(number => BitConverter.GetBytes(number).Reverse())];
}
