using Signage.Protocols.Adapters;
using Signage.Protocols.Wire;

namespace Fuzz.Tests.Targets;

/// <summary>
/// A capture told to a person, and taken apart into messages: never an exception, every stretch within the capture, in order and once, every field within its stretch.
/// A valid packet that comes twice behind the capture is told, unless the capture ends in a valid head whose body reaches into it.
/// </summary>
/// <param name="adapter">Whose captures.</param>
/// <param name="corpus">Good captures.</param>
/// <param name="steady">A valid packet that is not the beginning of anything longer.</param>
internal sealed class CaptureTarget(IPanelAdapter adapter, IReadOnlyList<byte[]> corpus, byte[] steady) : IDecoderTarget
{
    private static readonly string[] NoPackets = ["noise", "incomplete", "malformed"];

    public string Name => $"{adapter.Protocol}/capture";

    public IReadOnlyList<byte[]> Corpus => corpus;

    public void Run(ReadOnlyMemory<byte> input)
    {
        IReadOnlyList<DecodedPacket> told = [];
        Memory.Hold("Decode", Memory.Telling(input.Length), () => told = adapter.Decode(input));
        Judge(told, input.Length);
        Memory.Hold("Messages", Memory.Telling(input.Length), () => adapter.Messages(input));

        byte[] after = [.. input.Span, .. steady, .. steady];
        var then = adapter.Decode(after);
        Judge(then, after.Length);
        var second = input.Length + steady.Length;
        FindingException.Unless(
            then.Any(packet => packet.Valid && (packet.Offset == input.Length || packet.Offset == second))
            || then.Any(packet => !NoPackets.Contains(packet.Packet) && packet.Offset < input.Length && packet.Offset + packet.Length > input.Length),
            "not back in step within two packets");
    }

    private static void Judge(IReadOnlyList<DecodedPacket> told, int length)
    {
        var at = 0;
        foreach (var packet in told)
        {
            FindingException.Unless(packet.Offset >= at && packet.Length > 0 && packet.Offset + packet.Length <= length, $"{packet.Packet} at {packet.Offset}, {packet.Length} bytes, after {at} of {length}");
            Fields.Hold(packet.Fields, packet.Offset, packet.Length);
            at = packet.Offset + packet.Length;
        }
    }
}
