using System.Buffers;
using System.Globalization;
using System.Text;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Awtrix.Wire;

/// <summary>Names every byte of a packet once.</summary>
internal static class AwtrixDescribe
{
    /// <summary>The fields of the bytes of one packet; bytes that are none are one field.</summary>
    public static IReadOnlyList<WireField> Fields(ReadOnlySpan<byte> raw)
    {
        var fields = new List<WireField>();
        var input = new ReadOnlySequence<byte>(raw[..Math.Min(raw.Length, 2 * AwtrixCodec.Longest)].ToArray());
        var before = input.Length;
        if (new AwtrixCodec().TryRead(ref input, out var packet) == WireRead.Packet)
        {
            var used = (int)(before - input.Length);
            switch (packet)
            {
                case AwtrixPacket.Published published:
                    Publish(published, raw[..used], fields);
                    break;
                case AwtrixPacket.Requested requested:
                    Head(raw[..used], used - requested.Request.Body.Length, "request", fields);
                    AwtrixJsonFields.Tell(raw[..used], used - requested.Request.Body.Length, fields);
                    break;
                case AwtrixPacket.Replied replied:
                    Head(raw[..used], used - replied.Reply.Body.Length, "status", fields);
                    AwtrixJsonFields.Tell(raw[..used], used - replied.Reply.Body.Length, fields);
                    break;
            }
        }

        var told = fields.Count == 0 ? 0 : fields[^1].Offset + fields[^1].Length;
        if (told < raw.Length)
        {
            fields.Add(new WireField(told, raw.Length - told, "bytes", AwtrixJsonFields.Text(raw[told..])) { IsContent = true });
        }

        return fields;
    }

    private static void Publish(AwtrixPacket.Published packet, ReadOnlySpan<byte> raw, List<WireField> fields)
    {
        var payload = raw.Length - packet.Publish.Payload.Length;
        var topic = Encoding.UTF8.GetByteCount(packet.Publish.Topic);
        var length = payload - topic - 2;
        fields.Add(new WireField(0, 1, "header", "publish, at most once, not retained"));
        fields.Add(new WireField(1, length - 1, "remainingLength", Number(raw.Length - length)));
        fields.Add(new WireField(length, 2, "topicLength", Number(topic)));
        fields.Add(new WireField(length + 2, topic, "topic", packet.Publish.Topic));
        AwtrixJsonFields.Tell(raw, payload, fields);
    }

    private static void Head(ReadOnlySpan<byte> raw, int body, string first, List<WireField> fields)
    {
        for (var at = 0; at < body;)
        {
            var length = raw[at..body].IndexOf("\r\n"u8) + 2;
            var line = Encoding.Latin1.GetString(raw.Slice(at, length - 2));
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            fields.Add(at == 0 ? new WireField(at, length, first, line)
                : length == 2 ? new WireField(at, length, "endOfHead", "")
                : new WireField(at, length, line[..colon], AwtrixJsonFields.Text(raw.Slice(at + colon + 1, length - colon - 3)).Trim()));
            at += length;
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
