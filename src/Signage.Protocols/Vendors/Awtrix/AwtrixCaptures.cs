using System.Buffers;
using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Awtrix.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Awtrix;

/// <summary>Tells recorded bytes to a person, and gives them back as messages.</summary>
internal static class AwtrixCaptures
{
    /// <summary>Every stretch of a capture in order: packets, and the bytes between them as one noise each.</summary>
    public static IReadOnlyList<DecodedPacket> Tell(ReadOnlyMemory<byte> capture)
    {
        var told = new List<DecodedPacket>();
        foreach (var (at, length, packet) in Stretches(capture))
        {
            var piece = capture.Slice(at, length);
            var (name, error) = packet is null ? ("noise", CardWords.NotAPacket) : (Name(packet), Complaint(packet));
            told.Add(new DecodedPacket(
                at, length, name, error, [.. AwtrixDescribe.Fields(piece.Span).Select(field => field with { Offset = field.Offset + at })]));
        }

        return told;
    }

    /// <summary>What a clock would be fed with: words below its base, and requests.</summary>
    public static IReadOnlyList<WireMessage> Messages(ReadOnlyMemory<byte> capture) =>
        [.. Stretches(capture).Select(stretch => Message(stretch.Packet)).OfType<WireMessage>()];

    private static WireMessage? Message(AwtrixPacket? packet) => packet switch
    {
        AwtrixPacket.Published { Publish: var publish } => AwtrixTopics.Split(publish.Topic) is { } topic ? new WireMessage.Topic(topic.Name, publish.Payload) : null,
        AwtrixPacket.Requested requested => requested.Request,
        _ => null,
    };

    private static IEnumerable<(int At, int Length, AwtrixPacket? Packet)> Stretches(ReadOnlyMemory<byte> capture)
    {
        var codec = new AwtrixCodec();
        var noise = 0;
        for (var at = 0; at < capture.Length;)
        {
            var rest = new ReadOnlySequence<byte>(capture.Slice(at, Math.Min(capture.Length - at, 2 * AwtrixCodec.Longest)));
            var before = rest.Length;
            var read = codec.TryRead(ref rest, out var packet);
            var used = (int)(before - rest.Length);
            if (read == WireRead.Packet)
            {
                if (at > noise)
                {
                    yield return (noise, at - noise, null);
                }

                yield return (at, used, packet);
                noise = at + used;
            }

            // What never became whole is noise too, from its first byte on.
            at += Math.Max(1, used);
        }

        if (capture.Length > noise)
        {
            yield return (noise, capture.Length - noise, null);
        }
    }

    private static string Name(AwtrixPacket packet) => packet switch
    {
        AwtrixPacket.Published { Publish.Topic: var topic } => AwtrixTopics.Split(topic)?.Name ?? "publish",
        AwtrixPacket.Requested { Request: var request } => $"{request.Method} {request.Path}",
        AwtrixPacket.Replied { Reply.Status: var status } => $"reply {status}",
        _ => "",
    };

    private static string? Complaint(AwtrixPacket packet)
    {
        var payload = packet switch
        {
            AwtrixPacket.Published { Publish: var publish } when IsJsonWord(AwtrixTopics.Split(publish.Topic)?.Name) => publish.Payload,
            AwtrixPacket.Requested { Request: var request } when IsJsonWord(AwtrixRequests.WordOf(request)?.Name) => request.Body,
            _ => ReadOnlyMemory<byte>.Empty,
        };
        return payload.IsEmpty || AwtrixJsonFields.IsJson(payload.Span) ? null : CardWords.NotJson;
    }

    private static bool IsJsonWord(string? name) => name is AwtrixWord.Settings or AwtrixWord.Notify or AwtrixWord.Screen or AwtrixWord.Stats or AwtrixWord.Loop
        || name?.StartsWith(AwtrixWord.Custom, StringComparison.Ordinal) == true;
}
