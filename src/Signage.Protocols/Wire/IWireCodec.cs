using System.Buffers;

namespace Signage.Protocols.Wire;

/// <summary>
/// Bytes to packets and back, both directions of a protocol in one place, so that controller and simulated panel share it. No stream, no
/// clock, no logger. Memory is taken only after the length was checked against the protocol's bound.
/// </summary>
/// <typeparam name="TPacket">The packet type of the protocol.</typeparam>
public interface IWireCodec<TPacket>
    where TPacket : class
{
    /// <summary>Writes one packet as it goes on the wire.</summary>
    void Write(TPacket packet, IBufferWriter<byte> output);

    /// <summary>
    /// Looks for one packet at the start of the input. <see cref="WireRead.NeedMore"/> leaves the input untouched; the other two move it past
    /// what they used.
    /// </summary>
    WireRead TryRead(ref ReadOnlySequence<byte> input, out TPacket? packet);

    /// <summary>Names every field of the bytes of one packet, as far as they make sense; never throws, whatever the bytes.</summary>
    IReadOnlyList<WireField> Describe(ReadOnlySpan<byte> raw);
}
