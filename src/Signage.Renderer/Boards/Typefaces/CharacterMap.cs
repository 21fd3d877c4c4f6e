using System.Buffers.Binary;

namespace Signage.Renderer.Boards.Typefaces;

/// <summary>Which glyph a character has: the table <c>cmap</c>, its subtable of format 12, which has characters of all planes.</summary>
internal sealed class CharacterMap
{
    private const int Format = 12;
    private const int GroupLength = 12;
    private readonly ReadOnlyMemory<byte> _groups;

    /// <summary>Reads the table.</summary>
    /// <exception cref="InvalidDataException">It has no subtable of format 12.</exception>
    public CharacterMap(ReadOnlyMemory<byte> table)
    {
        for (var at = 0; at < BinaryPrimitives.ReadUInt16BigEndian(table.Span[2..]); at++)
        {
            var subtable = table[(int)BinaryPrimitives.ReadUInt32BigEndian(table.Span[(8 + (at * 8))..])..];
            if (BinaryPrimitives.ReadUInt16BigEndian(subtable.Span) == Format)
            {
                _groups = subtable.Slice(16, (int)BinaryPrimitives.ReadUInt32BigEndian(subtable.Span[12..]) * GroupLength);
                return;
            }
        }

        throw new InvalidDataException("The font has no character map of format 12.");
    }

    /// <summary>The glyph of a character; 0 when it has none.</summary>
    public int Find(int code)
    {
        var groups = _groups.Span;
        var (low, high) = (0, (groups.Length / GroupLength) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var group = groups[(middle * GroupLength)..];
            if (code < BinaryPrimitives.ReadUInt32BigEndian(group))
            {
                high = middle - 1;
            }
            else if (code > BinaryPrimitives.ReadUInt32BigEndian(group[4..]))
            {
                low = middle + 1;
            }
            else
            {
                return (int)(BinaryPrimitives.ReadUInt32BigEndian(group[8..]) + code - BinaryPrimitives.ReadUInt32BigEndian(group));
            }
        }

        return 0;
    }
}
