using System.Buffers.Binary;
using System.IO.Compression;
using Signage.Core.Frames;

namespace Signage.Renderer.Pictures.Drawn;

/// <summary>
/// Writes a PNG row by row (W3C PNG specification): head, pixels, end, and nothing else. It takes rows from a process that nobody trusts, so it is managed code that only packs and
/// never unpacks; whatever the rows hold, they become pixels. The file grows in one buffer, and no larger than a bound. Used for one picture.
/// </summary>
internal sealed class PngWriter : IDisposable
{
    // Before the packed rows: the mark, the chunk IHDR of 13 bytes, and length and type of IDAT. Behind them: its check value and IEND.
    private const int DataAt = 8 + ChunkFrame + HeadLength + 8;
    private const int Behind = 4 + ChunkFrame;
    private const int ChunkFrame = 12;
    private const int HeadLength = 13;
    private const byte Truecolour = 2;
    private const byte TruecolourAlpha = 6;

    private readonly PixelSize _size;
    private readonly int _channels;
    private readonly BoundedBuffer _file;
    private readonly ZLibStream _packing;
    private readonly byte[] _before;
    private readonly byte[][] _filtered;

    /// <summary>Begins a picture.</summary>
    /// <param name="size">Its pixels.</param>
    /// <param name="channels">3 for R G B, 4 with an alpha that is not multiplied in; 8 bits each.</param>
    /// <param name="most">Most bytes of the file.</param>
    public PngWriter(PixelSize size, int channels, int most = PictureBounds.MostCleanBytes)
    {
        (_size, _channels) = (size, channels);
        _file = new BoundedBuffer(most);
        _file.Write(new byte[DataAt]);
        _packing = new ZLibStream(_file, CompressionLevel.Fastest, leaveOpen: true);
        _before = new byte[RowLength];
        _filtered = [new byte[RowLength + 1], new byte[RowLength + 1], new byte[RowLength + 1]];
    }

    /// <summary>Bytes of a row.</summary>
    public int RowLength => _size.Width * _channels;

    /// <summary>Writes the next row, top-down; false when the file becomes larger than it may.</summary>
    public bool TryRow(ReadOnlySpan<byte> row)
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
        return !_file.IsFull;
    }

    /// <summary>Ends the picture, all of whose rows have to be written; null when the file is larger than it may be.</summary>
    public ReadOnlyMemory<byte>? TryEnd()
    {
        _packing.Dispose();
        var length = (int)_file.Length - DataAt;
        _file.Write(new byte[Behind]);
        if (_file.IsFull)
        {
            return null;
        }

        Span<byte> head = stackalloc byte[HeadLength];
        BinaryPrimitives.WriteInt32BigEndian(head, _size.Width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], _size.Height);
        head[8..].Clear();
        (head[8], head[9]) = (8, _channels == 3 ? Truecolour : TruecolourAlpha);

        var rest = _file.Written.Span;
        ReadOnlySpan<byte> mark = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        mark.CopyTo(rest);
        head.CopyTo(rest[(mark.Length + 8)..]);
        rest = Framed(rest[mark.Length..], "IHDR"u8, HeadLength);
        rest = Framed(rest, "IDAT"u8, length);
        Framed(rest, "IEND"u8, 0);
        return _file.Written;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _packing.Dispose();
        _file.Dispose();
    }

    // Length, type and check value around data that is in its place already.
    private static Span<byte> Framed(Span<byte> chunk, ReadOnlySpan<byte> type, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(chunk, length);
        type.CopyTo(chunk[4..]);
        BinaryPrimitives.WriteUInt32BigEndian(chunk[(8 + length)..], PngCheck.Of(type, chunk.Slice(8, length)));
        return chunk[(length + ChunkFrame)..];
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
