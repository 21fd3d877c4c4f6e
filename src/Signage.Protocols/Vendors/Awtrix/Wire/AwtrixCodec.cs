using System.Buffers;
using System.Text;
using Signage.Protocols.Wire;
using Signage.Protocols.Wire.Http;
using Signage.Protocols.Wire.Mqtt;

namespace Signage.Protocols.Vendors.Awtrix.Wire;

/// <summary>
/// Both wires of a clock in one place: what it is told and tells over MQTT, and the requests and replies of its web server. Each packet shows by its
/// first byte which of them it is.
/// </summary>
internal sealed class AwtrixCodec : IWireCodec<AwtrixPacket>
{
    /// <summary>Longest packet that is taken for one, in bytes. A clock ignores more than 8,192 over MQTT (docs/protocols/awtrix.md, section 2).</summary>
    public const int Longest = 16 * 1024;

    private const byte PublishAtMostOnce = 0x30;
    private static readonly string[] Starts = ["GET /", "POST /", "PUT /", "HEAD /", "DELETE /", "OPTIONS /", AwtrixReply.Start];

    /// <inheritdoc/>
    public void Write(AwtrixPacket packet, IBufferWriter<byte> output) => output.Write(packet switch
    {
        AwtrixPacket.Published published => published.Publish.Write(),
        AwtrixPacket.Requested requested => HttpText.Write(requested.Request, requested.Host),
        AwtrixPacket.Replied replied => AwtrixReply.Write(replied.Reply),
        _ => [],
    });

    /// <inheritdoc/>
    public WireRead TryRead(ref ReadOnlySequence<byte> input, out AwtrixPacket? packet)
    {
        var head = input.Slice(0, Math.Min(input.Length, 2 * Longest));
        var bytes = head.IsSingleSegment ? head.FirstSpan : head.ToArray();
        var read = TryRead(bytes, out packet, out var used);
        if (read == WireRead.NeedMore && bytes.Length >= Longest)
        {
            (read, used) = (WireRead.Malformed, 1);
        }

        input = input.Slice(used);
        return read;
    }

    /// <inheritdoc/>
    public IReadOnlyList<WireField> Describe(ReadOnlySpan<byte> raw) => AwtrixDescribe.Fields(raw);

    /// <summary>Reads one packet at the start of bytes.</summary>
    /// <param name="bytes">What was captured.</param>
    /// <param name="packet">The packet; null unless <see cref="WireRead.Packet"/>.</param>
    /// <param name="used">Bytes of the packet, or of what was judged; 0 for <see cref="WireRead.NeedMore"/>.</param>
    public static WireRead TryRead(ReadOnlySpan<byte> bytes, out AwtrixPacket? packet, out int used)
    {
        (packet, used) = (null, 0);
        if (bytes.IsEmpty)
        {
            return WireRead.NeedMore;
        }

        if (bytes[0] == PublishAtMostOnce)
        {
            if (Announced(bytes) > Longest)
            {
                used = 1;
                return WireRead.Malformed;
            }

            var answer = MqttPublish.TryRead(bytes, out var publish, out used);
            packet = publish is null ? null : new AwtrixPacket.Published(publish);
            return answer;
        }

        if (!CouldBegin(bytes))
        {
            used = 1;
            return WireRead.Malformed;
        }

        WireRead read;
        if (bytes.StartsWith("HTTP"u8))
        {
            read = AwtrixReply.TryRead(bytes, Longest, out var reply, out used);
            packet = reply is null ? null : new AwtrixPacket.Replied(reply);
            return read;
        }

        read = HttpText.TryRead(bytes, out var request, out used);
        if (used > Longest)
        {
            (read, used) = (WireRead.Malformed, 1);
            return read;
        }

        packet = request is null ? null : new AwtrixPacket.Requested(request, HostIn(bytes[..used]));
        return read;
    }

    // A stray byte that announces a long packet must not swallow the good ones behind it.
    private static int Announced(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        for (var i = 0; i < 4 && i + 1 < bytes.Length; i++)
        {
            length |= (bytes[i + 1] & 0x7F) << (7 * i);
            if ((bytes[i + 1] & 0x80) == 0)
            {
                break;
            }
        }

        return length;
    }

    private static bool CouldBegin(ReadOnlySpan<byte> bytes)
    {
        foreach (var start in Starts)
        {
            var seen = Math.Min(start.Length, bytes.Length);
            if (Encoding.Latin1.GetString(bytes[..seen]) == start[..seen])
            {
                return true;
            }
        }

        return false;
    }

    private static string HostIn(ReadOnlySpan<byte> request)
    {
        const string name = "\r\nhost:";
        var head = Encoding.Latin1.GetString(request[..(request.IndexOf("\r\n\r\n"u8) + 2)]);
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : head[(at + name.Length)..head.IndexOf("\r\n", at + 2, StringComparison.Ordinal)].Trim();
    }
}
