using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Signage.Renderer.Boards.Typefaces;

/// <summary>
/// The tables of a TrueType font, plain (OpenType specification, "Font file") or in a WOFF 1.0 wrapping (W3C Recommendation of 2012, sections 3 to 5). Reads
/// fonts that were built into the program and trusts them no further than the bounds of the file.
/// </summary>
internal sealed class FontTables
{
    private const uint TrueType = 0x00010000;
    private const uint Woff = 0x774F4646;
    private readonly byte[] _file;
    private readonly Dictionary<string, Entry> _entries = [];

    private FontTables(byte[] file) => _file = file;

    /// <summary>Opens a font.</summary>
    /// <exception cref="InvalidDataException">It is neither of the two formats.</exception>
    public static FontTables Open(byte[] file)
    {
        var tables = new FontTables(file);
        var (count, start, row) = BinaryPrimitives.ReadUInt32BigEndian(file) switch
        {
            TrueType => (BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4)), 12, 16),
            Woff => (BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(12)), 44, 20),
            var other => throw new InvalidDataException($"0x{other:X8} is not the mark of a TrueType or WOFF font."),
        };
        for (var at = start; at < start + (count * row); at += row)
        {
            var fields = file.AsSpan(at, row);
            var tag = Encoding.ASCII.GetString(fields[..4]);
            tables._entries[tag] = row == 20
                ? new Entry(Int(fields[4..]), Int(fields[8..]), Int(fields[12..]))
                : new Entry(Int(fields[8..]), Int(fields[12..]), Int(fields[12..]));
        }

        return tables;
    }

    /// <summary>True when the font has a table.</summary>
    public bool Has(string tag) => _entries.ContainsKey(tag);

    /// <summary>The bytes of a table, unpacked anew for every question.</summary>
    public ReadOnlyMemory<byte> Read(string tag)
    {
        var entry = _entries[tag];
        var stored = _file.AsMemory(entry.Offset, entry.Stored);
        if (entry.Stored == entry.Length)
        {
            return stored;
        }

        var table = new byte[entry.Length];
        using var packed = new ZLibStream(new MemoryStream(_file, entry.Offset, entry.Stored, writable: false), CompressionMode.Decompress);
        packed.ReadExactly(table);
        return table;
    }

    private static int Int(ReadOnlySpan<byte> field) => checked((int)BinaryPrimitives.ReadUInt32BigEndian(field));

    private readonly record struct Entry(int Offset, int Stored, int Length);
}
