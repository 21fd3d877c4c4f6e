using System.Buffers.Binary;
using Signage.Core.Text;

namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>The table of contents of a PCF file: where its tables lie.</summary>
/// <param name="file">The whole file.</param>
internal readonly ref struct PcfTables(ReadOnlySpan<byte> file)
{
    /// <summary>Name, size, character set.</summary>
    public const int Properties = 1;

    /// <summary>The boxes of characters.</summary>
    public const int Metrics = 4;

    /// <summary>Their pixels.</summary>
    public const int Bitmaps = 8;

    /// <summary>Which code is which character.</summary>
    public const int Encodings = 32;

    private const int Head = 8;
    private const int Entry = 16;

    // There are nine kinds of tables, and each comes once.
    private const int MostTables = 16;

    private readonly ReadOnlySpan<byte> _file = file;

    /// <summary>The first bytes of every PCF file.</summary>
    public static ReadOnlySpan<byte> Mark => [1, (byte)'f', (byte)'c', (byte)'p'];

    /// <summary>Finds a table.</summary>
    /// <param name="kind">Which.</param>
    /// <exception cref="FormatException">It is missing, there twice, or not within the file.</exception>
    public PcfTable Find(int kind)
    {
        var head = new PcfTable(_file, 0, "TOC", 0);
        var count = head.Whole(4);
        if (count is < 0 or > MostTables)
        {
            throw head.Mistake(4, Words.FontOutOfRange.With("TOC", count, 0, MostTables));
        }

        var found = -1;
        for (var i = 0; i < count; i++)
        {
            var at = Head + (i * Entry);
            if (head.Whole(at) != kind)
            {
                continue;
            }

            found = found < 0 ? at : throw head.Mistake(at, Words.PcfTableTwice.With(NameOf(kind)));
        }

        if (found < 0)
        {
            throw head.Mistake(4, Words.PcfTableMissing.With(NameOf(kind)));
        }

        var (format, size, offset) = (head.Whole(found + 4), head.Place(found + 8), head.Place(found + 12));
        if ((long)offset + size > _file.Length)
        {
            throw head.Mistake(found, Words.PcfPastEnd.With(NameOf(kind), offset, size, _file.Length));
        }

        var table = new PcfTable(_file.Slice((int)offset, (int)size), (int)offset, NameOf(kind), format);
        var again = BinaryPrimitives.ReadInt32LittleEndian(table.Part(0, 4));
        return again == format ? table : throw table.Mistake(0, Words.PcfFormat.With(table.Name, again));
    }

    private static string NameOf(int kind) => kind switch
    {
        Properties => "PCF_PROPERTIES",
        Metrics => "PCF_METRICS",
        Bitmaps => "PCF_BITMAPS",
        _ => "PCF_BDF_ENCODINGS",
    };
}
