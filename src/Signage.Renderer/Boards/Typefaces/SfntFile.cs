using System.Buffers.Binary;
using System.Text;

namespace Signage.Renderer.Boards.Typefaces;

/// <summary>Writes tables as a TrueType file (OpenType specification, "Font file": the directory, its sums, tables at multiples of four).</summary>
internal static class SfntFile
{
    private const int HeaderLength = 12;
    private const int RowLength = 16;

    // A file adds up to this, with the sum's own place in the table "head" counted as what is missing.
    private const uint WholeSum = 0xB1B0AFBA;
    private const int SumInHead = 8;

    /// <summary>Writes the file.</summary>
    /// <param name="tables">The tables by tag; <c>head</c> among them, the place of its sum zero.</param>
    public static byte[] Write(SortedDictionary<string, byte[]> tables)
    {
        var file = new byte[HeaderLength + (tables.Count * RowLength) + tables.Values.Sum(table => Padded(table.Length))];
        var largest = 1 << (int)Math.Log2(tables.Count);
        Put(file, 0, 0x00010000, 4);
        Put(file, 4, tables.Count, 2);
        Put(file, 6, largest * RowLength, 2);
        Put(file, 8, (int)Math.Log2(largest), 2);
        Put(file, 10, (tables.Count - largest) * RowLength, 2);
        var (row, at, head) = (HeaderLength, HeaderLength + (tables.Count * RowLength), 0);
        foreach (var (tag, table) in tables)
        {
            table.CopyTo(file, at);
            Encoding.ASCII.GetBytes(tag, file.AsSpan(row));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(row + 4), Sum(file.AsSpan(at, Padded(table.Length))));
            Put(file, row + 8, at, 4);
            Put(file, row + 12, table.Length, 4);
            head = tag == "head" ? at : head;
            row += RowLength;
            at += Padded(table.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + SumInHead), unchecked(WholeSum - Sum(file)));
        return file;
    }

    /// <summary>Writes a number, its highest byte first.</summary>
    public static void Put(byte[] table, int at, int value, int bytes)
    {
        for (var place = bytes - 1; place >= 0; place--)
        {
            table[at + place] = unchecked((byte)value);
            value >>= 8;
        }
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var at = 0; at < bytes.Length; at += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]));
        }

        return sum;
    }
}
