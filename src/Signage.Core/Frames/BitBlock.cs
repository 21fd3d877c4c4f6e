using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Signage.Core.Frames;

/// <summary>A block of rows of one bit a pixel, copied to another. A scrolling face does this for every step, so whole columns go 256 pixels at a time.</summary>
/// <param name="source">From the first row to take.</param>
/// <param name="sourceStride">Bytes from one row of the source to the next.</param>
/// <param name="target">From the first row to write.</param>
/// <param name="targetStride">Bytes from one row of the target to the next.</param>
/// <param name="rows">How many rows.</param>
internal readonly ref struct BitBlock(ReadOnlySpan<byte> source, int sourceStride, Span<byte> target, int targetStride, int rows)
{
    private const int Wide = 256;
    private readonly ReadOnlySpan<byte> _source = source;
    private readonly Span<byte> _target = target;

    /// <summary>Copies <paramref name="count"/> bits of every row; the other bits of the target stay as they are.</summary>
    public void Copy(int sourceBit, int targetBit, int count)
    {
        var done = 0;
        if ((targetBit & 7) == 0)
        {
            for (; count - done >= Wide; done += Wide)
            {
                CopyColumn(sourceBit + done, (targetBit + done) >> 3);
            }
        }

        for (var y = 0; done < count && y < rows; y++)
        {
            BitRow.Copy(
                _source.Slice(y * sourceStride, sourceStride), sourceBit + done, _target.Slice(y * targetStride, targetStride), targetBit + done, count - done);
        }
    }

    /// <summary>Each byte is the low bits of one source byte and the high bits of the next, so whole vectors of bytes can be shifted side by side.</summary>
    private void CopyColumn(int sourceBit, int to)
    {
        var shift = sourceBit & 7;
        var from = sourceBit >> 3;
        var next = shift == 0 ? 0 : 1;

        // One check for the whole column instead of one a row: the last bytes that are touched lie inside both spans.
        var lastRow = rows - 1;
        ref var source = ref MemoryMarshal.GetReference(_source.Slice(from, (lastRow * sourceStride) + (Wide / 8) + next));
        ref var target = ref MemoryMarshal.GetReference(_target.Slice(to, (lastRow * targetStride) + (Wide / 8)));
        var high = Vector256.Create((byte)((0xFF << shift) & 0xFF));
        for (var y = 0; y < rows; y++)
        {
            var offset = (nuint)(y * sourceStride);
            var bytes = Vector256.LoadUnsafe(ref source, offset);
            if (shift != 0)
            {
                var left = (bytes.AsUInt16() << shift).AsByte();
                var right = (Vector256.LoadUnsafe(ref source, offset + 1).AsUInt16() >>> (8 - shift)).AsByte();
                bytes = Vector256.ConditionalSelect(high, left, right);
            }

            bytes.StoreUnsafe(ref target, (nuint)(y * targetStride));
        }
    }
}
