using System.Buffers;
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

    private readonly HttpCodec _http = new(Longest);
    private readonly MqttCodec _mqtt = new(Longest);

    /// <inheritdoc/>
    public void Write(AwtrixPacket packet, IBufferWriter<byte> output) => output.Write(packet switch
    {
        AwtrixPacket.Published published => MqttCodec.Bytes(published.Publish),
        AwtrixPacket.Requested requested => HttpCodec.Bytes(requested.Request, requested.Host),
        AwtrixPacket.Replied replied => HttpCodec.Bytes(replied.Reply),
        _ => [],
    });

    /// <inheritdoc/>
    public WireRead TryRead(ref ReadOnlySequence<byte> input, out AwtrixPacket? packet)
    {
        packet = null;
        var before = input;
        WireRead read;
        if (!new SequenceReader<byte>(input).TryPeek(out var first))
        {
            return WireRead.NeedMore;
        }

        if (first == PublishAtMostOnce)
        {
            read = _mqtt.TryRead(ref input, out var publish);
            packet = publish is null ? null : new AwtrixPacket.Published(publish);
        }
        else
        {
            read = _http.TryRead(ref input, out var told);
            packet = told switch
            {
                HttpPacket.Asked asked => new AwtrixPacket.Requested(asked.Request, asked.Host),
                HttpPacket.Answered answered => new AwtrixPacket.Replied(answered.Reply),
                _ => null,
            };
        }

        // A stray head that announces a long body must not swallow the good packets behind it.
        if (read == WireRead.NeedMore ? before.Length >= Longest : packet is not AwtrixPacket.Published && before.Length - input.Length > Longest)
        {
            packet = null;
            input = before.Slice(1);
            return WireRead.Malformed;
        }

        return read;
    }

    /// <inheritdoc/>
    public IReadOnlyList<WireField> Describe(ReadOnlySpan<byte> raw) => AwtrixDescribe.Fields(raw);
}
