using System.Buffers.Binary;
using System.IO.Compression;
using Signage.Core.Frames;

namespace Signage.Renderer.Pictures.Drawn;

/// <summary>
/// Writes a PNG row by row (W3C PNG specification): head, pixels, end, and nothing else. It takes rows from a process that nobody trusts, so it is managed code that only packs and
/// never unpacks; whatever the rows hold, they become pixels. Used for one picture.
/// </summary>
internal sealed class PngWriter : IDisposable
{
    private const int ChunkFrame = 12;
    private const byte Truecolour = 2;
    private const byte TruecolourAlpha = 6;

    private readonly PixelSize _size;
    private readonly int _channels;
    private readonly MemoryStream _packed = new();
    private readonly ZLibStream _packing;
    private readonly byte[] _before;
    private readonly byte[][] _filtered;

    /// <summary>Begins a picture.</summary>
    /// <param name="size">Its pixels.</param>
    /// <param name="channels">3 for R G B, 4 with an alpha that is not multiplied in; 8 bits each.</param>
    public PngWriter(PixelSize size, int channels)
    {
        (_size, _channels) = (size, channels);
        _packing = new ZLibStream(_packed, CompressionLevel.Fastest, leaveOpen: true);
        _before = new byte[RowLength];
        _filtered = [new byte[RowLength + 1], new byte[RowLength + 1], new byte[RowLength + 1]];
    }

    /// <summary>Bytes of a row.</summary>
    public int RowLength => _size.Width * _channels;

    /// <summary>Writes the next row, top-down.</summary>
    public void Row(ReadOnlySpan<byte> row)
    {
        // The filters none, sub and up (section 9.2); that whose differences are smallest packs best as a rule (section 12.7).
        var best = 0;
        var least = long.MaxValue;
        for (var filter = 0; filter < _filtered.Length; filter++)
        {
            var sum = Filter(row, filter);
            (best, least) = sum < least ? (filter, sum) : (best, least);
        }

        _packing.Write(_filtered[best]);
        row.CopyTo(_before);
    }

    /// <summary>Ends the picture, all of whose rows have to be written.</summary>
    public byte[] End()
    {
        _packing.Dispose();
        var packed = _packed.GetBuffer().AsSpan(0, (int)_packed.Length);
        ReadOnlySpan<byte> mark = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        Span<byte> head = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, _size.Width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], _size.Height);
        head[8..].Clear();
        (head[8], head[9]) = (8, _channels == 3 ? Truecolour : TruecolourAlpha);

        var file = new byte[mark.Length + head.Length + packed.Length + (3 * ChunkFrame)];
        mark.CopyTo(file);
        var rest = Chunk(file.AsSpan(mark.Length), "IHDR"u8, head);
        rest = Chunk(rest, "IDAT"u8, packed);
        Chunk(rest, "IEND"u8, []);
        return file;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _packing.Dispose();
        _packed.Dispose();
    }

    private static Span<byte> Chunk(Span<byte> file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        BinaryPrimitives.WriteInt32BigEndian(file, data.Length);
        type.CopyTo(file[4..]);
        data.CopyTo(file[8..]);
        BinaryPrimitives.WriteUInt32BigEndian(file[(8 + data.Length)..], PngCheck.Of(type, data));
        return file[(data.Length + ChunkFrame)..];
    }

    private long Filter(ReadOnlySpan<byte> row, int filter)
    {
        var target = _filtered[filter].AsSpan();
        target[0] = (byte)filter;
        target = target[1..];
        var sum = 0L;
        for (var at = 0; at < row.Length; at++)
        {
            var guess = filter switch { 0 => 0, 1 => at < _channels ? 0 : row[at - _channels], _ => _before[at] };
            var rest = (byte)((row[at] - guess) & 0xFF);
            target[at] = rest;
            sum += rest < 128 ? rest : 256 - rest;
        }

        return sum;
    }
}
