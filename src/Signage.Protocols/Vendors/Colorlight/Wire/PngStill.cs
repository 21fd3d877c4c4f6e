using System.Buffers.Binary;
using Signage.Core.Frames;

namespace Signage.Protocols.Vendors.Colorlight.Wire;

/// <summary>
/// A picture as a PNG file (ISO/IEC 15948): 8-bit red, green and blue, no filter, stored and not compressed, so that writing it needs nothing but
/// two check values. Faces of one or two colours become full colour: their LEDs are wired to the channels of the receiving card.
/// </summary>
internal static class PngStill
{
    /// <summary>The eight bytes that every PNG file begins with.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private const int MostInABlock = ushort.MaxValue;
    private const int ChunkFrame = 12;
    private const int HeaderLength = 13;

    // Head and check value of the stream, and the head of each stored block.
    private const int StreamFrame = 6;
    private const int BlockHead = 5;

    /// <summary>Bytes of the file for a picture of a size.</summary>
    public static long LengthOf(int width, int height)
    {
        var rows = RowsOf(width, height);
        return Signature.Length + (3 * ChunkFrame) + HeaderLength + StreamFrame + (((rows + MostInABlock - 1) / MostInABlock) * BlockHead) + rows;
    }

    /// <summary>Writes a picture.</summary>
    public static byte[] Write(PixelFrame picture)
    {
        var (width, height) = (picture.Size.Width, picture.Size.Height);
        var file = new byte[LengthOf(width, height)];
        Signature.CopyTo(file);
        var at = Signature.Length;

        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = (8, 2);   // bits a channel, true colour; the rest is 0: deflate, the five filters, not interlaced
        at += Chunk(file.AsSpan(at), "IHDR"u8, header);

        var rows = Rows(picture);
        at += Chunk(file.AsSpan(at), "IDAT"u8, Stored(rows));
        Chunk(file.AsSpan(at), "IEND"u8, []);
        return file;
    }

    /// <summary>The size that a PNG file says it has; null when the bytes do not begin like one.</summary>
    public static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> file) =>
        file.Length >= Signature.Length + 8 + HeaderLength && file.StartsWith(Signature) && file[12..16].SequenceEqual("IHDR"u8)
        && BinaryPrimitives.ReadUInt32BigEndian(file[16..]) is > 0 and <= int.MaxValue and var width
        && BinaryPrimitives.ReadUInt32BigEndian(file[20..]) is > 0 and <= int.MaxValue and var height
            ? ((int)width, (int)height)
            : null;

    private static long RowsOf(int width, int height) => (1L + (3L * width)) * height;

    private static byte[] Rows(PixelFrame picture)
    {
        var (width, height) = (picture.Size.Width, picture.Size.Height);
        var rows = new byte[RowsOf(width, height)];
        var at = 0;
        for (var y = 0; y < height; y++)
        {
            at++;   // filter 0: none
            if (picture.Layout == PixelLayout.Rgb)
            {
                picture.Row(y).CopyTo(rows.AsSpan(at));
                at += 3 * width;
                continue;
            }

            for (var x = 0; x < width; x++)
            {
                var light = picture[x, y];
                (rows[at], rows[at + 1], rows[at + 2]) = (light.R, light.G, light.B);
                at += 3;
            }
        }

        return rows;
    }

    private static byte[] Stored(ReadOnlySpan<byte> rows)
    {
        var blocks = (rows.Length + MostInABlock - 1) / MostInABlock;
        var stream = new byte[StreamFrame + (blocks * BlockHead) + rows.Length];
        (stream[0], stream[1]) = (0x78, 0x01);   // deflate, window of 32 KiB, no preset dictionary
        var at = 2;
        var left = rows;
        while (!left.IsEmpty)
        {
            var block = left[..Math.Min(MostInABlock, left.Length)];
            left = left[block.Length..];
            stream[at] = left.IsEmpty ? (byte)1 : (byte)0;   // stored; the last one says so
            BinaryPrimitives.WriteUInt16LittleEndian(stream.AsSpan(at + 1), (ushort)block.Length);
            BinaryPrimitives.WriteUInt16LittleEndian(stream.AsSpan(at + 3), (ushort)(ushort.MaxValue - block.Length));
            block.CopyTo(stream.AsSpan(at + BlockHead));
            at += BlockHead + block.Length;
        }

        BinaryPrimitives.WriteUInt32BigEndian(stream.AsSpan(at), PngChecks.Adler32(rows));
        return stream;
    }

    private static int Chunk(Span<byte> room, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        BinaryPrimitives.WriteInt32BigEndian(room, data.Length);
        type.CopyTo(room[4..]);
        data.CopyTo(room[8..]);
        BinaryPrimitives.WriteUInt32BigEndian(room[(8 + data.Length)..], PngChecks.Crc32(room.Slice(4, 4 + data.Length)));
        return ChunkFrame + data.Length;
    }
}
