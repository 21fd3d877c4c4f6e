namespace Signage.Renderer.Previews;

/// <summary>The packing of pixels in a GIF: LZW with codes that grow from one bit more than a pixel to twelve, least significant bit first (GIF89a, appendix F).</summary>
internal static class GifPacking
{
    private const int LongestCode = 12;
    private const int MostCodes = 1 << LongestCode;

    /// <summary>Packs pixels.</summary>
    /// <param name="indices">At least one pixel, each below two to the power of <paramref name="bits"/>.</param>
    /// <param name="bits">Bits of a pixel, 2 to 8.</param>
    public static byte[] Pack(ReadOnlySpan<byte> indices, int bits)
    {
        var (clear, end) = (1 << bits, (1 << bits) + 1);
        var codes = new CodeWriter();

        // What a code and one more pixel are called; the generation in the upper bits makes clearing cost nothing.
        var table = new int[MostCodes << bits];
        var (generation, next, size, prefix) = (1, end + 1, bits + 1, (int)indices[0]);
        codes.Write(clear, size);
        foreach (var pixel in indices[1..])
        {
            ref var known = ref table[(prefix << bits) | pixel];
            if (known >> LongestCode == generation)
            {
                prefix = known & (MostCodes - 1);
                continue;
            }

            codes.Write(prefix, size);
            prefix = pixel;
            if (next == MostCodes)
            {
                codes.Write(clear, size);
                (generation, next, size) = (generation + 1, end + 1, bits + 1);
                continue;
            }

            known = (generation << LongestCode) | next;
            size += next == 1 << size ? 1 : 0;
            next++;
        }

        codes.Write(prefix, size);

        // The reader names the last pair too, though nobody uses the name.
        codes.Write(end, size + (next == 1 << size && size < LongestCode ? 1 : 0));
        return codes.ToArray();
    }

    private sealed class CodeWriter
    {
        private readonly List<byte> _bytes = [];
        private uint _left;
        private int _count;

        public void Write(int code, int size)
        {
            _left |= (uint)code << _count;
            _count += size;
            for (; _count >= 8; _count -= 8)
            {
                _bytes.Add((byte)(_left & 0xFF));
                _left >>= 8;
            }
        }

        public byte[] ToArray()
        {
            if (_count > 0)
            {
                _bytes.Add((byte)(_left & 0xFF));
            }

            return _bytes.ToArray();
        }
    }
}
