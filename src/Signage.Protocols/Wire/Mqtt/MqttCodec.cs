using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Signage.Protocols.Wire.Mqtt;

/// <summary>
/// PUBLISH packets of MQTT 3.1.1 at QoS 0 (OASIS standard, section 3.3), for <c>encode</c>, <c>decode</c>, captures and logs of native MQTT cards. Other packets
/// of a session are malformed here: they carry no content. Keeps nothing.
/// </summary>
/// <param name="maxLength">Longest packet without its fixed header that is taken for one, in bytes; no memory is taken for more.</param>
public sealed class MqttCodec(int maxLength = MqttCodec.MaxLength) : IWireCodec<MqttPublish>
{
    /// <summary>Longest packet where a family sets no bound of its own, in bytes.</summary>
    public const int MaxLength = 1024 * 1024;

    private const byte FirstByte = 0x30;
    private const int MostLengthBytes = 4;

    /// <summary>A packet as bytes.</summary>
    public static byte[] Bytes(MqttPublish publish)
    {
        ArgumentNullException.ThrowIfNull(publish);
        var topic = Encoding.UTF8.GetBytes(publish.Topic);
        var length = 2 + topic.Length + publish.Payload.Length;
        var bytes = new List<byte>(length + 5) { FirstByte };
        do
        {
            bytes.Add((byte)((length & 0x7F) | (length > 0x7F ? 0x80 : 0)));
            length >>= 7;
        }
        while (length > 0);
        bytes.Add((byte)(topic.Length >> 8));
        bytes.Add((byte)(topic.Length & 0xFF));
        bytes.AddRange(topic);
        bytes.AddRange(publish.Payload.Span);
        return [.. bytes];
    }

    /// <inheritdoc/>
    public void Write(MqttPublish packet, IBufferWriter<byte> output) => output.Write(Bytes(packet));

    /// <inheritdoc/>
    public WireRead TryRead(ref ReadOnlySequence<byte> input, out MqttPublish? packet)
    {
        packet = null;
        Span<byte> start = stackalloc byte[1 + MostLengthBytes];
        start = start[..(int)Math.Min(input.Length, start.Length)];
        input.Slice(0, start.Length).CopyTo(start);
        var (read, head, length) = ReadStart(start);
        if (read == WireRead.Packet)
        {
            if (length > maxLength)
            {
                read = WireRead.Malformed;
            }
            else if (input.Length < head + length)
            {
                return WireRead.NeedMore;
            }
            else if (Read(input.Slice(head, length)) is { } publish)
            {
                packet = publish;
                input = input.Slice(head + length);
                return WireRead.Packet;
            }
            else
            {
                read = WireRead.Malformed;
            }
        }

        if (read == WireRead.Malformed)
        {
            input = input.Slice(1);
        }

        return read;
    }

    /// <inheritdoc/>
    public IReadOnlyList<WireField> Describe(ReadOnlySpan<byte> raw)
    {
        var (read, head, length) = ReadStart(raw);
        if (read != WireRead.Packet || length > maxLength || raw.Length < head + length || !TryTopic(raw.Slice(head, length), out var topic))
        {
            return raw.IsEmpty ? [] : [new WireField(0, raw.Length, "noise", Number(raw.Length) + " bytes") { IsContent = true }];
        }

        var payload = length - 2 - topic.Length;
        var fields = new List<WireField>
        {
            new(0, 1, "header", "publish, at most once, not retained"),
            new(1, head - 1, "remainingLength", Number(length)),
            new(head, 2, "topicLength", Number(topic.Length)),
            new(head + 2, topic.Length, "topic", Encoding.UTF8.GetString(topic)),
        };
        if (payload > 0)
        {
            fields.Add(new WireField(head + 2 + topic.Length, payload, "payload", Number(payload) + " bytes") { IsContent = true });
        }

        return fields;
    }

    private static (WireRead Read, int Head, int Length) ReadStart(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return (WireRead.NeedMore, 0, 0);
        }

        if (bytes[0] != FirstByte)
        {
            return (WireRead.Malformed, 0, 0);
        }

        var length = 0;
        for (var at = 0; at < MostLengthBytes; at++)
        {
            if (bytes.Length <= 1 + at)
            {
                return (WireRead.NeedMore, 0, 0);
            }

            length |= (bytes[1 + at] & 0x7F) << (7 * at);
            if ((bytes[1 + at] & 0x80) == 0)
            {
                return (length < 2 ? WireRead.Malformed : WireRead.Packet, 2 + at, length);
            }
        }

        return (WireRead.Malformed, 0, 0);
    }

    // Judged where it stands: many a byte of a capture begins like a packet of kilobytes, and is none by its topic.
    private static MqttPublish? Read(ReadOnlySequence<byte> packet)
    {
        var body = packet.IsSingleSegment ? packet.FirstSpan : packet.ToArray();
        return TryTopic(body, out var topic) ? new MqttPublish(Encoding.UTF8.GetString(topic), body[(2 + topic.Length)..].ToArray()) : null;
    }

    private static bool TryTopic(ReadOnlySpan<byte> body, out ReadOnlySpan<byte> topic)
    {
        var length = BinaryPrimitives.ReadUInt16BigEndian(body);
        topic = length <= body.Length - 2 ? body.Slice(2, length) : [];
        return !topic.IsEmpty && Utf8.IsValid(topic);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
