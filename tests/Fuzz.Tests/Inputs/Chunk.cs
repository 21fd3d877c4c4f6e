using Fuzz.Tests.Targets;

namespace Fuzz.Tests.Inputs;

/// <summary>A stretch of an input for a machine that is fed in pieces: a byte that says what is done with it, its length in two bytes, the piece.</summary>
/// <param name="Head">Its meaning is the target's.</param>
/// <param name="Data">The piece; cut off where the input ends.</param>
internal readonly record struct Chunk(byte Head, ReadOnlyMemory<byte> Data)
{
    private const int Heads = 3;

    /// <summary>An input taken apart; every input can be.</summary>
    public static IEnumerable<Chunk> Read(ReadOnlyMemory<byte> input)
    {
        while (!input.IsEmpty)
        {
            var head = input.Span[0];
            var length = input.Length < Heads ? 0 : input.Span[1] | (input.Span[2] << 8);
            input = input[Math.Min(Heads, input.Length)..];
            length = Math.Min(length, input.Length);
            yield return new Chunk(head, input[..length]);
            input = input[length..];
        }
    }

    /// <summary>The other way round.</summary>
    public static byte[] Write(IEnumerable<Chunk> chunks) =>
        [.. chunks.Where(chunk => chunk.Data.Length <= Memory.LongestInput)
            .SelectMany(chunk => (byte[])[chunk.Head, (byte)(chunk.Data.Length & 0xFF), (byte)(chunk.Data.Length >> 8), .. chunk.Data.Span])];
}
