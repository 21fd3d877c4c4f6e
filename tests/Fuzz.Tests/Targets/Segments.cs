using System.Buffers;

namespace Fuzz.Tests.Targets;

/// <summary>Bytes in two segments, as a pipe has them.</summary>
internal sealed class Segments : ReadOnlySequenceSegment<byte>
{
    private Segments(ReadOnlyMemory<byte> bytes, long at) => (Memory, RunningIndex) = (bytes, at);

    /// <summary>Bytes cut at a place.</summary>
    public static ReadOnlySequence<byte> Of(ReadOnlyMemory<byte> bytes, int at)
    {
        var (first, second) = (new Segments(bytes[..at], 0), new Segments(bytes[at..], at));
        first.Next = second;
        return new ReadOnlySequence<byte>(first, 0, second, second.Memory.Length);
    }
}
