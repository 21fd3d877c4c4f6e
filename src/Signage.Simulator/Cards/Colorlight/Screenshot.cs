using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Signage.Core.Frames;

namespace Signage.Simulator.Cards.Colorlight;

/// <summary>What the player shows as a PNG file: true colour, each byte as its difference to the pixel before, packed.</summary>
internal static class Screenshot
{
    /// <summary>Writes the picture.</summary>
    public static byte[] Of(PixelFrame glass)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, glass.Size.Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), glass.Size.Height);
        (head[8], head[9]) = (8, 2);
        Chunk(file, "IHDR", head);
        using (var packed = new MemoryStream())
        {
            using (var rows = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            {
                for (var y = 0; y < glass.Size.Height; y++)
                {
                    rows.Write(Row(glass, y));
                }
            }

            Chunk(file, "IDAT", packed.ToArray());
        }

        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Row(PixelFrame glass, int y)
    {
        var row = new byte[1 + (3 * glass.Size.Width)];
        row[0] = 1;
        var before = LedColour.Dark;
        for (var x = 0; x < glass.Size.Width; x++)
        {
            var light = glass[x, y];
            row[1 + (3 * x)] = Difference(light.R, before.R);
            row[2 + (3 * x)] = Difference(light.G, before.G);
            row[3 + (3 * x)] = Difference(light.B, before.B);
            before = light;
        }

        return row;
    }

    private static byte Difference(byte value, byte before) => (byte)((value - before) & 0xFF);

    private static void Chunk(MemoryStream file, string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, PngPicture.Crc(body));
        file.Write(number);
    }
}
