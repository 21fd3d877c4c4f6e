using System.Buffers.Binary;

namespace Signage.Core.Frames;

/// <summary>Rows of one bit a pixel, leftmost pixel in the highest bit.</summary>
internal static class BitRow
{
    /// <summary>Copies <paramref name="count"/> bits; the other bits of the target stay as they are.</summary>
    public static void Copy(ReadOnlySpan<byte> source, int sourceBit, Span<byte> target, int targetBit, int count)
    {
        // Up to the first whole byte of the target, then 64 bits at a time, then bytes, then the rest.
        var done = 0;
        var head = Math.Min(count, (8 - (targetBit & 7)) & 7);
        if (head > 0)
        {
            Merge(target, targetBit, head, Take(source, sourceBit, head));
            done = head;
        }

        for (; count - done >= 64; done += 64)
        {
            BinaryPrimitives.WriteUInt64BigEndian(target[((targetBit + done) >> 3)..], Take64(source, sourceBit + done));
        }

        for (; count - done >= 8; done += 8)
        {
            target[(targetBit + done) >> 3] = Take(source, sourceBit + done, 8);
        }

        if (count > done)
        {
            Merge(target, targetBit + done, count - done, Take(source, sourceBit + done, count - done));
        }
    }

    /// <summary>Up to 8 bits from any position, left-aligned in the byte.</summary>
    private static byte Take(ReadOnlySpan<byte> source, int bit, int count)
    {
        var first = bit >> 3;
        var pair = source[first] << 8;
        if ((bit & 7) + count > 8)
        {
            pair |= source[first + 1];
        }

        return (byte)((pair << (bit & 7) >> 8) & (0xFF00 >> count) & 0xFF);
    }

    private static ulong Take64(ReadOnlySpan<byte> source, int bit)
    {
        var first = bit >> 3;
        var shift = bit & 7;
        var word = BinaryPrimitives.ReadUInt64BigEndian(source[first..]);
        return shift == 0 ? word : (word << shift) | ((ulong)source[first + 8] >> (8 - shift));
    }

    private static void Merge(Span<byte> target, int bit, int count, byte leftAligned)
    {
        var mask = (byte)((0xFF00 >> count) & 0xFF) >> (bit & 7);
        ref var cell = ref target[bit >> 3];
        cell = (byte)((cell & ~mask) | (leftAligned >> (bit & 7) & mask));
    }
}
