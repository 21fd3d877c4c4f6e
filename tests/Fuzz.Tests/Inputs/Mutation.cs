using System.Buffers.Binary;
using System.Text;
using Fuzz.Tests.Targets;

namespace Fuzz.Tests.Inputs;

/// <summary>Spoils good inputs; the same seed and number make the same input.</summary>
internal static class Mutation
{
    private const int MostChanges = 6;
    private const int LongestRun = 64;

    // What sits at the edges of readers: ends of heads, halves of surrogate pairs, numbers that no type holds.
    private static readonly byte[][] Words = [.. new[]
    {
        "\r\n\r\n", "\r\n", "\\ud800", "\\udc00\\ud800", "\\u0000", "{", "}", "[", "]", "[[[[[[[[[[[[", "\"", "\\", ":", ",", "null", "true", "--", "\0", ";", "=", "&", "%", "%ff",
        "-0", "1e999", "99999999999999999999", "2147483648", "-2147483649", "65536", "0.5", "/", "..", "HTTP/1.1 200 OK\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
        "Content-Length: 9\r\n", "Host:", "\r\nhost:", "Content-Type:", "boundary=\"\"", ".vsn", "\uFEFF", "\uFFFD", "\u00E9",
    }.Select(Encoding.UTF8.GetBytes), [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xA5, 0x5A], [0xA6, 0x03], [0x5B, 0x01], [0x30, 0xFF, 0xFF, 0xFF, 0x7F], [0x41, 0, 0, 1]];

    private static readonly uint[] Extremes = [0, 1, 2, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF];

    /// <summary>One input.</summary>
    /// <param name="corpus">Good inputs; may be empty.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="number">Which input of the run.</param>
    public static byte[] Input(IReadOnlyList<byte[]> corpus, int seed, int number)
    {
        var random = new Random(unchecked((seed * 397) ^ (number * 0x5851F42D)));
        if (corpus.Count == 0 || random.Next(8) == 0)
        {
            var noise = new byte[random.Next(4) == 0 ? random.Next(Memory.LongestInput + 1) : random.Next(LongestRun)];
            random.NextBytes(noise);
            return noise;
        }

        var bytes = corpus[random.Next(corpus.Count)].ToList();
        for (var left = 1 + random.Next(MostChanges); left > 0; left--)
        {
            Change(bytes, corpus, random);
        }

        return [.. bytes.Take(Memory.LongestInput)];
    }

    private static void Change(List<byte> bytes, IReadOnlyList<byte[]> corpus, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        var run = Math.Min(1 + random.Next(LongestRun), bytes.Count - at);
        switch (random.Next(9))
        {
            case 0 when run > 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when run > 0:
                bytes[at] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)Extremes[random.Next(6)];
                break;
            case 2:
                bytes.Insert(at, (byte)random.Next(256));
                break;
            case 3:
                bytes.RemoveRange(at, run);
                break;
            case 4:
                bytes.InsertRange(at, Enumerable.Repeat(bytes.GetRange(at, run), random.Next(5) == 0 ? 60 : 1).SelectMany(again => again).ToArray());
                break;
            case 5:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 6:
                var other = corpus[random.Next(corpus.Count)];
                bytes.RemoveRange(at, bytes.Count - at);
                bytes.AddRange(other[random.Next(other.Length + 1)..]);
                break;
            case 7:
                Number(bytes, at, random);
                break;
            default:
                bytes.InsertRange(at, Words[random.Next(Words.Length)]);
                break;
        }
    }

    // A number as bytes at any place, or the next one that is written in digits.
    private static void Number(List<byte> bytes, int at, Random random)
    {
        var extreme = Extremes[random.Next(Extremes.Length)];
        if (random.Next(2) == 0)
        {
            var first = bytes.FindIndex(at, letter => char.IsAsciiDigit((char)letter));
            if (first >= 0)
            {
                var behind = bytes.FindIndex(first, letter => !char.IsAsciiDigit((char)letter));
                bytes.RemoveRange(first, (behind < 0 ? bytes.Count : behind) - first);
                bytes.InsertRange(first, Encoding.ASCII.GetBytes(extreme.ToString(System.Globalization.CultureInfo.InvariantCulture)));
                return;
            }
        }

        var (number, width) = (new byte[4], random.Next(2) == 0 ? 2 : 4);
        if (random.Next(2) == 0)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(number, extreme);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(number, width == 2 ? extreme << 16 : extreme);
        }

        for (var i = 0; i < width && at + i < bytes.Count; i++)
        {
            bytes[at + i] = number[i];
        }
    }
}
