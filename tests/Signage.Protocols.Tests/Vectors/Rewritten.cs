using System.Buffers;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Tests.Vectors;

/// <summary>What a codec makes of the bytes of one packet: its line in a log, and the bytes that it writes for it.</summary>
internal sealed record Rewritten(string Logged, byte[] Bytes)
{
    /// <summary>Reads the bytes and writes what was read; null when they are not one packet from the first byte to the last.</summary>
    public static Rewritten? By<TPacket>(IWireCodec<TPacket> codec, byte[] bytes)
        where TPacket : class
    {
        var input = new ReadOnlySequence<byte>(bytes);
        if (codec.TryRead(ref input, out var packet) != WireRead.Packet || !input.IsEmpty)
        {
            return null;
        }

        var output = new ArrayBufferWriter<byte>();
        codec.Write(packet!, output);
        return new Rewritten(packet!.ToString()!, output.WrittenSpan.ToArray());
    }
}
