using System.Buffers.Binary;

namespace Signage.Renderer.Boards.Typefaces;

/// <summary>Glyphs that are made of others: the composite description of the table <c>glyf</c>, whose parts get other numbers in a subset.</summary>
internal static class CompositeGlyph
{
    // Bits of a part's flags that tell how long it is and whether another follows.
    private const int WordArguments = 0x0001;
    private const int Scale = 0x0008;
    private const int MoreParts = 0x0020;
    private const int TwoScales = 0x0040;
    private const int Matrix = 0x0080;

    // Contours of the glyph, negative for a composite one, and its bounds stand before the parts.
    private const int HeaderLength = 10;

    /// <summary>A copy of an outline with the number of each part replaced; an outline of its own is copied as it is.</summary>
    /// <param name="outline">The outline.</param>
    /// <param name="renumber">The new number for a part.</param>
    public static byte[] Renumber(ReadOnlySpan<byte> outline, Func<int, int> renumber)
    {
        var copy = outline.ToArray();
        if (copy.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(copy) >= 0)
        {
            return copy;
        }

        var (at, flags) = (HeaderLength, MoreParts);
        while ((flags & MoreParts) != 0)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at));
            var part = copy.AsSpan(at + 2);
            BinaryPrimitives.WriteUInt16BigEndian(part, (ushort)renumber(BinaryPrimitives.ReadUInt16BigEndian(part)));
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2)
                + ((flags & Scale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0);
        }

        return copy;
    }
}
