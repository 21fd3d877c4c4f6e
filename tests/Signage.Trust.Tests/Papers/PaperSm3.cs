using System.Buffers.Binary;
using System.Numerics;

namespace Signage.Trust.Tests.Papers;

/// <summary>SM3 once more, by GB/T 32905-2016, section 5, shared with nothing.</summary>
internal static class PaperSm3
{
    public static byte[] Of(ReadOnlySpan<byte> message)
    {
        var padded = new byte[(message.Length + 9 + 63) / 64 * 64];
        message.CopyTo(padded);
        padded[message.Length] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(padded.AsSpan(padded.Length - 8), (ulong)message.Length * 8);
        uint[] v = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];
        for (var at = 0; at < padded.Length; at += 64)
        {
            Block(v, padded.AsSpan(at, 64));
        }

        var digest = new byte[32];
        for (var at = 0; at < 8; at++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(digest.AsSpan(at * 4), v[at]);
        }

        return digest;
    }

    private static void Block(uint[] v, ReadOnlySpan<byte> block)
    {
        unchecked
        {
            var w = new uint[68];
            for (var j = 0; j < 68; j++)
            {
                w[j] = j < 16
                    ? BinaryPrimitives.ReadUInt32BigEndian(block[(j * 4)..])
                    : P1(w[j - 16] ^ w[j - 9] ^ Turn(w[j - 3], 15)) ^ Turn(w[j - 13], 7) ^ w[j - 6];
            }

            var (a, b, c, d, e, f, g, h) = (v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
            for (var j = 0; j < 64; j++)
            {
                var ss1 = Turn(Turn(a, 12) + e + Turn(j < 16 ? 0x79cc4519u : 0x7a879d8au, j % 32), 7);
                var tt1 = (j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + (ss1 ^ Turn(a, 12)) + (w[j] ^ w[j + 4]);
                var tt2 = (j < 16 ? e ^ f ^ g : (e & f) | (~e & g)) + h + ss1 + w[j];
                (d, c, b, a) = (c, Turn(b, 9), a, tt1);
                (h, g, f, e) = (g, Turn(f, 19), e, tt2 ^ Turn(tt2, 9) ^ Turn(tt2, 17));
            }

            uint[] round = [a, b, c, d, e, f, g, h];
            for (var at = 0; at < 8; at++)
            {
                v[at] ^= round[at];
            }
        }
    }

    private static uint P1(uint x) => x ^ Turn(x, 15) ^ Turn(x, 23);

    private static uint Turn(uint x, int by) => BitOperations.RotateLeft(x, by);
}
