using Signage.Protocols.Wire;

namespace Fuzz.Tests.Targets;

/// <summary>Looks for one packet at the start of bytes.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="hasPacket">Whether one was handed out.</param>
/// <param name="used">How far it moved on.</param>
internal delegate WireRead SpanReader(ReadOnlySpan<byte> bytes, out bool hasPacket, out int used);

/// <summary>
/// A reader of bytes that are all there, as captures are: the three answers. A head may by right announce a body that swallows what follows, so that it is back in step is
/// asserted where captures are told (<see cref="CaptureTarget"/>) and where messages have bounds (cards, dialogues).
/// </summary>
/// <param name="name">What it is called.</param>
/// <param name="reader">The reader.</param>
/// <param name="corpus">Good packets.</param>
internal sealed class SpanTarget(string name, SpanReader reader, IReadOnlyList<byte[]> corpus) : IDecoderTarget
{
    public string Name => name;

    public IReadOnlyList<byte[]> Corpus => corpus;

    public void Run(ReadOnlyMemory<byte> input)
    {
        for (var at = 0; at <= input.Length;)
        {
            var rest = input[at..];
            var (read, hasPacket, used) = (WireRead.NeedMore, false, 0);
            Memory.Hold("TryRead", Memory.Limit, () => read = reader(rest.Span, out hasPacket, out used));
            FindingException.Unless(hasPacket == (read == WireRead.Packet), $"{read} with {(hasPacket ? "a packet" : "no packet")}");
            FindingException.Unless(read != WireRead.NeedMore || used == 0, "NeedMore moves the input");
            FindingException.Unless(read == WireRead.NeedMore || (used > 0 && used <= rest.Length), $"{read} moves by {used} of {rest.Length} bytes");
            if (read == WireRead.NeedMore)
            {
                break;
            }

            at += used;
        }
    }
}
