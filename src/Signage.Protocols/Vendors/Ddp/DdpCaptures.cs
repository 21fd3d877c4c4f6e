using System.Buffers;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Ddp.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Ddp;

/// <summary>
/// Finds the packets in recorded bytes, one behind the other without the bounds of their datagrams. What only looks like a start and has no whole
/// packet behind it is passed over when a whole one follows later.
/// </summary>
internal static class DdpCaptures
{
    /// <summary>Every stretch of a capture in order: packets, and noise with the reason why it is none.</summary>
    public static IReadOnlyList<DecodedPacket> Tell(ReadOnlyMemory<byte> capture)
    {
        var told = new List<DecodedPacket>();
        var noise = 0;
        foreach (var (at, length, packet) in Find(capture))
        {
            Noise(capture, noise, at, told);
            var fields = DdpDescribe.Fields(capture.Span.Slice(at, length)).Select(field => field with { Offset = field.Offset + at });
            told.Add(new DecodedPacket(at, length, DdpDescribe.Name(packet), null, [.. fields]));
            noise = at + length;
        }

        Noise(capture, noise, capture.Length, told);
        return told;
    }

    /// <summary>The packets alone, each as the datagram that it came in.</summary>
    public static IReadOnlyList<WireMessage> Messages(ReadOnlyMemory<byte> capture) =>
        [.. Find(capture).Select(found => new WireMessage.Datagrams([capture.Slice(found.At, found.Length)]))];

    /// <summary>Where whole packets stand.</summary>
    public static IEnumerable<(int At, int Length, DdpPacket Packet)> Find(ReadOnlyMemory<byte> capture)
    {
        var codec = new DdpCodec();
        for (var at = 0; at < capture.Length;)
        {
            var rest = new ReadOnlySequence<byte>(capture[at..]);
            var before = rest.Length;
            if (codec.TryRead(ref rest, out var packet) == WireRead.Packet)
            {
                var length = (int)(before - rest.Length);
                yield return (at, length, packet!);
                at += length;
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>Bytes of the whole packet at the start; 0 when there is none.</summary>
    public static int LengthAt(ReadOnlyMemory<byte> bytes)
    {
        var rest = new ReadOnlySequence<byte>(bytes);
        return new DdpCodec().TryRead(ref rest, out _) == WireRead.Packet ? (int)(bytes.Length - rest.Length) : 0;
    }

    private static void Noise(ReadOnlyMemory<byte> capture, int start, int end, List<DecodedPacket> told)
    {
        if (start == end)
        {
            return;
        }

        var piece = capture.Span[start..end];
        var complaint = DdpCodec.Complaint(piece);
        var fields = complaint is null && piece.Length >= DdpCodec.ShortHead
            ? DdpDescribe.Fields(piece)
            : [new WireField(0, piece.Length, "noise", DdpDescribe.Hex(piece)) { IsContent = true }];
        told.Add(new DecodedPacket(
            start,
            piece.Length,
            complaint is null ? "incomplete" : "noise",
            complaint ?? "shorter than its header says",
            [.. fields.Select(field => field with { Offset = field.Offset + start })]));
    }
}
