using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Signage.Benchmarks.Scrolling;

/// <summary>Bytes to bits: the highest bit of each pixel, many pixels at a time. The pixel count is a multiple of 32.</summary>
internal static class BitPacking
{
    public static void FromGray(ReadOnlySpan<byte> pixels, Span<byte> cells)
    {
        for (var at = 0; at < pixels.Length; at += 32)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(cells[(at >> 3)..], LeftmostHighest(Vector256.Create(pixels.Slice(at, 32)).ExtractMostSignificantBits()));
        }
    }

    /// <summary>The background is transparent, so the highest bit of a pixel's alpha says whether it is lit.</summary>
    public static void FromBgra(ReadOnlySpan<byte> pixels, Span<byte> cells)
    {
        var words = MemoryMarshal.Cast<byte, int>(pixels);
        for (var at = 0; at < words.Length; at += 32)
        {
            var bits = Vector256.Create(words.Slice(at, 8)).ExtractMostSignificantBits()
                | (Vector256.Create(words.Slice(at + 8, 8)).ExtractMostSignificantBits() << 8)
                | (Vector256.Create(words.Slice(at + 16, 8)).ExtractMostSignificantBits() << 16)
                | (Vector256.Create(words.Slice(at + 24, 8)).ExtractMostSignificantBits() << 24);
            BinaryPrimitives.WriteUInt32LittleEndian(cells[(at >> 3)..], LeftmostHighest(bits));
        }
    }

    /// <summary>Turns each byte round: the vector puts the leftmost pixel lowest, a panel wants it highest.</summary>
    private static uint LeftmostHighest(uint bits)
    {
        bits = ((bits & 0x0F0F0F0F) << 4) | ((bits >> 4) & 0x0F0F0F0F);
        bits = ((bits & 0x33333333) << 2) | ((bits >> 2) & 0x33333333);
        return ((bits & 0x55555555) << 1) | ((bits >> 1) & 0x55555555);
    }
}
