using System.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Wire.Http;
using Signage.Protocols.Wire.Mqtt;

namespace Fuzz.Tests.Targets.Families;

/// <summary>What families share: requests, replies and publications as they stand in captures.</summary>
internal static class WireTexts
{
    // A head in the rubbish may by right announce a body of any length, so no packet is steady.
    public static IReadOnlyList<IDecoderTarget> All { get; } =
    [
        new PacketTarget<HttpPacket>(
            "http/packet",
            new HttpCodec(),
            [
                HttpCodec.Bytes(WireMessage.Request.Get("/api/info.json"), "player"),
                HttpCodec.Bytes(new WireMessage.Request("POST", "/json/state", "application/json", "{\"on\":true}"u8.ToArray()), "wled"),
                HttpCodec.Bytes(new WireAnswer.Reply(200, "application/json", "{\"bat\":100}"u8.ToArray())),
                Encoding.Latin1.GetBytes("PUT /a HTTP/1.1\r\nA: b\r\nContent-Length: 3\r\nB:\r\n\r\nabcGET /b HTTP/1.1\r\n\r\n"),
                Encoding.Latin1.GetBytes("HTTP/1.1 404 Not Found\r\nServer: a\r\nContent-Length: 2\r\n\r\n{}HTTP/1.0 500\r\n\r\n"),
            ],
            steady: null),
        new PacketTarget<MqttPublish>(
            "mqtt/publish",
            new MqttCodec(),
            [
                MqttCodec.Bytes(new MqttPublish("clock/custom/notice", "{\"text\":\"a\"}"u8.ToArray())),
                MqttCodec.Bytes(new MqttPublish("clock/stats", new byte[300])),
                MqttCodec.Bytes(new MqttPublish("é", ReadOnlyMemory<byte>.Empty)),
            ],
            steady: null),
    ];
}
