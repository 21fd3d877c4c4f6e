using System.Buffers;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>
/// Frames on a stream, both directions (docs/protocols/onbon-bx6.md, sections 1 to 4). A frame ends at the first 5A, and an A5 inside one
/// starts a new one, so that a stray start byte never swallows the good frame behind it. Stateless.
/// </summary>
/// <param name="leads">How many A5 to write, 1 to 16; the vendor's software sends 8.</param>
/// <param name="tails">How many 5A to write, 1 to 16; the vendor's software sends 1 or 2.</param>
internal sealed class Bx6Codec(int leads = 8, int tails = 1) : IWireCodec<Bx6Packet>
{
    /// <summary>Longest run of bytes between A5 and 5A that is waited for; what grows longer is noise.</summary>
    public const int LongestWire = Bx6Frames.LongestPayload * 2;

    // Starts or ends that are waited on before they count as noise: a line that is stuck at one of them must not fill the memory.
    private const int MostIdle = 64;

    /// <inheritdoc />
    public void Write(Bx6Packet packet, IBufferWriter<byte> output) => Bx6Escaping.Write(Bx6Frames.Write(packet), leads, tails, output);

    /// <summary>The packet as bytes of its own.</summary>
    public byte[] ToBytes(Bx6Packet packet)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(packet, output);
        return output.WrittenSpan.ToArray();
    }

    /// <inheritdoc />
    public WireRead TryRead(ref ReadOnlySequence<byte> input, out Bx6Packet? packet) => Judge(ref input, out packet, out _);

    /// <summary>Reads, with the reason why a stretch is no packet; null when it is one.</summary>
    public static WireRead Judge(ref ReadOnlySequence<byte> input, out Bx6Packet? packet, out Bx6FrameFault? fault)
    {
        packet = null;
        var (read, used, payload) = Next(input);
        if (read == WireRead.NeedMore)
        {
            fault = new Bx6FrameFault(Bx6FaultKind.NoEnd);
            return read;
        }

        input = input.Slice(used);
        fault = read == WireRead.Malformed ? new Bx6FrameFault(Bx6FaultKind.Noise)
            : payload is { } frame ? Bx6Frames.Read(frame, out packet)
            : new Bx6FrameFault(Bx6FaultKind.Escape);
        return fault is null ? WireRead.Packet : WireRead.Malformed;
    }

    /// <inheritdoc />
    public IReadOnlyList<WireField> Describe(ReadOnlySpan<byte> raw) => Bx6Describe.Frame(raw);

    /// <summary>Finds the next stretch: noise up to the next A5, or one frame. A frame with a broken escape has no payload.</summary>
    private static (WireRead Read, long Used, ReadOnlyMemory<byte>? Payload) Next(in ReadOnlySequence<byte> input)
    {
        var reader = new SequenceReader<byte>(input);
        var idle = reader.AdvancePast(Bx6Escaping.Tail);
        if (reader.End)
        {
            return idle > MostIdle ? (WireRead.Malformed, idle, null) : (WireRead.NeedMore, 0, null);
        }

        if (!reader.IsNext(Bx6Escaping.Lead))
        {
            return (WireRead.Malformed, reader.TryAdvanceTo(Bx6Escaping.Lead, advancePastDelimiter: false) ? reader.Consumed : input.Length, null);
        }

        var leads = reader.AdvancePast(Bx6Escaping.Lead);
        if (reader.End && leads > MostIdle)
        {
            // The last one may yet be the start of a frame.
            return (WireRead.Malformed, reader.Consumed - 1, null);
        }

        var start = reader.Position;
        if (!reader.TryReadToAny(out ReadOnlySequence<byte> between, [Bx6Escaping.Lead, Bx6Escaping.Tail], advancePastDelimiter: false))
        {
            return input.Slice(start).Length > LongestWire ? (WireRead.Malformed, input.Length, null) : (WireRead.NeedMore, 0, null);
        }

        if (reader.IsNext(Bx6Escaping.Lead) || between.Length > LongestWire)
        {
            return (WireRead.Malformed, reader.Consumed, null);
        }

        var payload = new byte[between.Length];
        var length = Bx6Escaping.Read(between.IsSingleSegment ? between.FirstSpan : between.ToArray(), payload);
        ReadOnlyMemory<byte>? read = null;
        if (length >= 0)
        {
            read = payload.AsMemory(0, length);
        }

        return (WireRead.Packet, reader.Consumed + 1, read);
    }
}
