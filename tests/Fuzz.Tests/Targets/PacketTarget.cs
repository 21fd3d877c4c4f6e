using System.Buffers;
using Signage.Protocols.Wire;

namespace Fuzz.Tests.Targets;

/// <summary>
/// A codec on a stream: the three answers, the same ones when the bytes come in two segments, every packet and every stretch can be told, and after rubbish
/// a packet that comes twice is read by the second one.
/// </summary>
/// <param name="name">What it is called.</param>
/// <param name="codec">The codec; stateless.</param>
/// <param name="corpus">Good packets.</param>
/// <param name="steady">
/// A packet that no rubbish can swallow twice; null where a head in the rubbish may by right announce a body of any length, and its link keeps the bounds of messages.
/// </param>
/// <typeparam name="TPacket">Its packets.</typeparam>
internal sealed class PacketTarget<TPacket>(string name, IWireCodec<TPacket> codec, IReadOnlyList<byte[]> corpus, byte[]? steady) : IDecoderTarget
    where TPacket : class
{
    private readonly string? _steady = steady is null ? null : ReadAll(codec, new ReadOnlySequence<byte>(steady), judge: false)[0].Packet!.ToString();

    public string Name => name;

    public IReadOnlyList<byte[]> Corpus => corpus;

    public void Run(ReadOnlyMemory<byte> input)
    {
        var whole = ReadAll(codec, new ReadOnlySequence<byte>(input), judge: true);
        var parted = ReadAll(codec, Segments.Of(input, input.Length / 2), judge: false);
        FindingException.Unless(
            whole.Select(read => (read.Read, read.Used)).SequenceEqual(parted.Select(read => (read.Read, read.Used))), "two segments are read otherwise than one");

        var at = 0;
        foreach (var read in whole)
        {
            _ = read.Packet?.ToString();
            var stretch = input.Slice(at, (int)read.Used);
            Fields.Hold(codec.Describe(stretch.Span), 0, stretch.Length);
            at += stretch.Length;
        }

        Fields.Hold(codec.Describe(input.Span), 0, input.Length);
        Memory.Hold("Describe", Memory.Telling(input.Length), () => codec.Describe(input.Span));
        if (steady is not null)
        {
            byte[] after = [.. input.Span, .. steady, .. steady];
            FindingException.Unless(
                ReadAll(codec, new ReadOnlySequence<byte>(after), judge: false).Any(read => read.Packet?.ToString() == _steady), "not back in step within two packets");
        }
    }

    private static List<(WireRead Read, long Used, TPacket? Packet)> ReadAll(IWireCodec<TPacket> codec, ReadOnlySequence<byte> input, bool judge)
    {
        var reads = new List<(WireRead, long, TPacket?)>();
        while (true)
        {
            var (before, read, packet) = (input, WireRead.NeedMore, (TPacket?)null);
            void Read()
            {
                input = before;
                read = codec.TryRead(ref input, out packet);
            }

            if (judge)
            {
                Memory.Hold("TryRead", Memory.Limit, Read);
            }
            else
            {
                Read();
            }

            FindingException.Unless((packet is not null) == (read == WireRead.Packet), $"{read} with {(packet is null ? "no packet" : "a packet")}");
            FindingException.Unless(input.End.Equals(before.End), $"{read} moves the end of the input");
            if (read == WireRead.NeedMore)
            {
                FindingException.Unless(input.Start.Equals(before.Start) && input.Length == before.Length, "NeedMore moves the input");
                return reads;
            }

            FindingException.Unless(read is WireRead.Packet or WireRead.Malformed, $"an answer that does not exist: {read}");
            FindingException.Unless(input.Length < before.Length, $"{read} does not move on");
            reads.Add((read, before.Length - input.Length, packet));
        }
    }
}
