using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Signage.Protocols.Wire.Mqtt;

/// <summary>
/// One PUBLISH packet of MQTT 3.1.1 at QoS 0 (OASIS standard, section 3.3), for <c>encode</c>, <c>decode</c> and captures of native MQTT cards. Other packets of a
/// session are told as malformed here: they carry no content.
/// </summary>
/// <param name="Topic">The whole topic.</param>
/// <param name="Payload">May be empty.</param>
public sealed record MqttPublish(string Topic, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Longest packet that is taken for one, in bytes.</summary>
    public const int MaxLength = 1024 * 1024;

    private const byte FirstByte = 0x30;
    private const int MostLengthBytes = 4;

    /// <summary>The packet as bytes.</summary>
    public byte[] Write()
    {
        var topic = Encoding.UTF8.GetBytes(Topic);
        var length = 2 + topic.Length + Payload.Length;
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
        bytes.AddRange(Payload.Span);
        return [.. bytes];
    }

    /// <summary>Reads one packet at the start of bytes.</summary>
    /// <param name="bytes">What was captured.</param>
    /// <param name="publish">The packet; null unless <see cref="WireRead.Packet"/>.</param>
    /// <param name="used">Bytes of the packet, or of what was judged; 0 for <see cref="WireRead.NeedMore"/>.</param>
    public static WireRead TryRead(ReadOnlySpan<byte> bytes, out MqttPublish? publish, out int used)
    {
        (publish, used) = (null, 0);
        if (bytes.IsEmpty)
        {
            return WireRead.NeedMore;
        }

        var (length, lengthBytes) = (0, 0);
        if (bytes[0] != FirstByte)
        {
            used = 1;
            return WireRead.Malformed;
        }

        do
        {
            if (lengthBytes == MostLengthBytes)
            {
                used = 1;
                return WireRead.Malformed;
            }

            if (bytes.Length <= 1 + lengthBytes)
            {
                return WireRead.NeedMore;
            }

            length |= (bytes[1 + lengthBytes] & 0x7F) << (7 * lengthBytes);
        }
        while ((bytes[1 + lengthBytes++] & 0x80) != 0);

        var start = 1 + lengthBytes;
        if (length is < 2 or > MaxLength)
        {
            used = 1;
            return WireRead.Malformed;
        }

        if (bytes.Length < start + length)
        {
            return WireRead.NeedMore;
        }

        var body = bytes.Slice(start, length);
        var topic = BinaryPrimitives.ReadUInt16BigEndian(body);
        if (topic == 0 || topic > length - 2 || !Utf8.IsValid(body.Slice(2, topic)))
        {
            used = 1;
            return WireRead.Malformed;
        }

        used = start + length;
        publish = new MqttPublish(Encoding.UTF8.GetString(body.Slice(2, topic)), body[(2 + topic)..].ToArray());
        return WireRead.Packet;
    }
}
