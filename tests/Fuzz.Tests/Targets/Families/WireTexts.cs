using System.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Wire.Http;
using Signage.Protocols.Wire.Mqtt;

namespace Fuzz.Tests.Targets.Families;

/// <summary>What families share: requests and publications as they stand in captures.</summary>
internal static class WireTexts
{
    public static IReadOnlyList<IDecoderTarget> All { get; } =
    [
        new SpanTarget(
            "http/request",
            static (bytes, out hasPacket, out used) =>
            {
                var read = HttpText.TryRead(bytes, out var request, out used);
                hasPacket = request is not null;
                return read;
            },
            [
                HttpText.Write(WireMessage.Request.Get("/api/info.json"), "player"),
                HttpText.Write(new WireMessage.Request("POST", "/json/state", "application/json", "{\"on\":true}"u8.ToArray()), "wled"),
                Encoding.Latin1.GetBytes("PUT /a HTTP/1.1\r\nA: b\r\nContent-Length: 3\r\nB:\r\n\r\nabcGET /b HTTP/1.1\r\n\r\n"),
            ]),
        new SpanTarget(
            "mqtt/publish",
            static (bytes, out hasPacket, out used) =>
            {
                var read = MqttPublish.TryRead(bytes, out var publish, out used);
                hasPacket = publish is not null;
                return read;
            },
            [
                new MqttPublish("clock/custom/notice", "{\"text\":\"a\"}"u8.ToArray()).Write(),
                new MqttPublish("clock/stats", new byte[300]).Write(),
                new MqttPublish("é", ReadOnlyMemory<byte>.Empty).Write(),
            ]),
    ];
}
