using System.Buffers.Binary;
using System.IO.Compression;
using Signage.Core.Frames;

namespace Signage.Transports.Tests.Colorlight;

/// <summary>Reads the screenshots of tests: true colour, 8 bits, filters 0 and 1. Neither the player's reader nor the adapter's writer.</summary>
internal static class PlainPng
{
    public static PixelFrame Read(ReadOnlySpan<byte> file)
    {
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]));
        Assert.Equal("0802000000", Convert.ToHexString(file.Slice(24, 5)));
        using var packed = new MemoryStream();
        for (var at = 8; at < file.Length; at += 12 + BinaryPrimitives.ReadInt32BigEndian(file[at..]))
        {
            if (file.Slice(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(file.Slice(at + 8, BinaryPrimitives.ReadInt32BigEndian(file[at..])));
            }
        }

        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        var pixels = new byte[3 * width * height];
        for (var y = 0; y < height; y++)
        {
            var filter = rows.ReadByte();
            Assert.InRange(filter, 0, 1);
            var row = pixels.AsSpan(3 * width * y, 3 * width);
            rows.ReadExactly(row);
            for (var i = 3; filter == 1 && i < row.Length; i++)
            {
                row[i] = (byte)((row[i] + row[i - 3]) & 0xFF);
            }
        }

        return PixelFrame.Create(new PixelSize(width, height), PixelLayout.Rgb, pixels, (cells, from) => from.CopyTo(cells));
    }
}
