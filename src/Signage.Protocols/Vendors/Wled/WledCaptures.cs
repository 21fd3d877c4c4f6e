using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Ddp;
using Signage.Protocols.Vendors.Wled.Wire;
using Signage.Protocols.Wire;
using Signage.Protocols.Wire.Http;

namespace Signage.Protocols.Vendors.Wled;

/// <summary>
/// Recorded bytes of either link: requests and replies, and between them whatever there is of DDP. The two cannot be mistaken for each other: the second byte of a
/// packet is at most 15, that of a request is a letter.
/// </summary>
internal static class WledCaptures
{
    /// <summary>Every stretch of a capture in order.</summary>
    public static IReadOnlyList<DecodedPacket> Tell(ReadOnlyMemory<byte> capture)
    {
        var told = new List<DecodedPacket>();
        var between = 0;
        foreach (var (at, length, request, complaint) in Texts(capture))
        {
            told.AddRange(Pixels(capture, between, at));
            var fields = WledText.Describe(capture.Span.Slice(at, length)).Select(field => field with { Offset = field.Offset + at });
            var name = complaint is null ? request is null ? "HTTP reply" : "HTTP request" : complaint == HttpCodec.Incomplete ? "incomplete" : "malformed";
            told.Add(new DecodedPacket(at, length, name, complaint, [.. fields]));
            between = at + length;
        }

        told.AddRange(Pixels(capture, between, capture.Length));
        return told;
    }

    /// <summary>The messages of a capture; replies are none, a card does not hear them.</summary>
    public static IReadOnlyList<WireMessage> Messages(ReadOnlyMemory<byte> capture)
    {
        var found = new List<WireMessage>();
        var between = 0;
        foreach (var (at, length, request, _) in Texts(capture))
        {
            found.AddRange(DdpCaptures.Messages(capture[between..at]));
            found.AddRange(request is null ? [] : [request]);
            between = at + length;
        }

        found.AddRange(DdpCaptures.Messages(capture[between..]));
        return found;
    }

    private static IEnumerable<DecodedPacket> Pixels(ReadOnlyMemory<byte> capture, int start, int end) => DdpCaptures.Tell(capture[start..end]).Select(packet => packet with
    {
        Offset = packet.Offset + start,
        Fields = [.. packet.Fields.Select(field => field with { Offset = field.Offset + start })],
    });

    // Pixels may look like text; a whole packet is passed over whole.
    private static IEnumerable<(int At, int Length, WireMessage.Request? Request, string? Complaint)> Texts(ReadOnlyMemory<byte> capture)
    {
        for (var at = 0; at < capture.Length;)
        {
            var (length, request, complaint) = WledText.Find(capture[at..]);
            if (length > 0)
            {
                yield return (at, length, request, complaint);
                at += length;
            }
            else
            {
                at += Math.Max(1, DdpCaptures.LengthAt(capture[at..]));
            }
        }
    }
}
