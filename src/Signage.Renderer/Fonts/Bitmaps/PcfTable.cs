using System.Buffers.Binary;
using Signage.Core.Text;

namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>One table of a PCF file. Every place is counted from its beginning, and none outside of it is ever read.</summary>
/// <param name="bytes">The table.</param>
/// <param name="offset">Where it begins in the file.</param>
/// <param name="name">What it is called.</param>
/// <param name="format">Its format: the kind in the higher bytes, how numbers and pixels are stored in the lowest.</param>
internal readonly ref struct PcfTable(ReadOnlySpan<byte> bytes, int offset, string name, int format)
{
    private const int HighByteFirst = 1 << 2;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>What it is called.</summary>
    public string Name { get; } = name;

    /// <summary>How numbers and pixels are stored.</summary>
    public int Format { get; } = format;

    /// <summary>Its bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>Some bytes of it.</summary>
    /// <exception cref="FormatException">They are not all within it.</exception>
    public ReadOnlySpan<byte> Part(long at, long length) => at >= 0 && length >= 0 && at + length <= _bytes.Length
        ? _bytes.Slice((int)at, (int)length)
        : throw Mistake(Math.Clamp(at, 0, _bytes.Length), Words.PcfCut.With(Name, length));

    /// <summary>A number of four bytes.</summary>
    public int Whole(long at) => IsHighByteFirst ? BinaryPrimitives.ReadInt32BigEndian(Part(at, 4)) : BinaryPrimitives.ReadInt32LittleEndian(Part(at, 4));

    /// <summary>A number of two bytes.</summary>
    public short Half(long at) => IsHighByteFirst ? BinaryPrimitives.ReadInt16BigEndian(Part(at, 2)) : BinaryPrimitives.ReadInt16LittleEndian(Part(at, 2));

    /// <summary>A number of two bytes without a sign.</summary>
    public ushort Index(long at) => IsHighByteFirst ? BinaryPrimitives.ReadUInt16BigEndian(Part(at, 2)) : BinaryPrimitives.ReadUInt16LittleEndian(Part(at, 2));

    /// <summary>A place in the file.</summary>
    public uint Place(long at) => IsHighByteFirst ? BinaryPrimitives.ReadUInt32BigEndian(Part(at, 4)) : BinaryPrimitives.ReadUInt32LittleEndian(Part(at, 4));

    /// <summary>How many of something there are, which are all within the table.</summary>
    /// <param name="count">The number that the table says.</param>
    /// <param name="at">Where it says so.</param>
    /// <param name="most">As many as there may be.</param>
    /// <param name="first">Where the first of them stands.</param>
    /// <param name="each">Bytes of each.</param>
    /// <exception cref="FormatException">There are more, or they are cut off.</exception>
    public int Count(int count, long at, int most, long first, int each)
    {
        if (count < 0 || count > most)
        {
            throw Mistake(at, Words.FontOutOfRange.With(Name, count, 0, most));
        }

        _ = Part(first, (long)count * each);
        return count;
    }

    /// <summary>A number that has to lie within bounds.</summary>
    /// <exception cref="FormatException">It does not.</exception>
    public int Within(int number, long at, int least, int most) =>
        number >= least && number <= most ? number : throw Mistake(at, Words.FontOutOfRange.With(Name, number, least, most));

    /// <summary>A complaint about a place in it.</summary>
    public FormatException Mistake(long at, string what) => new(Words.PcfMistake.With(offset + at, what));

    private bool IsHighByteFirst => (Format & HighByteFirst) != 0;
}
