using System.Text;
using Fuzz.Tests.Inputs;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Awtrix;
using Signage.Protocols.Vendors.Awtrix.Wire;
using Signage.Protocols.Wire.Http;
using Signage.Protocols.Wire.Mqtt;
using Signage.Simulator.Cards.Awtrix;

namespace Fuzz.Tests.Targets.Families;

/// <summary>AWTRIX 3, on its topics and its web server.</summary>
internal static class AwtrixDecoders
{
    private const int CardMemory = 8192;

    public static IReadOnlyList<IDecoderTarget> All { get; } = Make();

    private static IDecoderTarget[] Make()
    {
        CardModel[] models = [CardModel.Of(new AwtrixAdapter(), "awtrix/awtrix3-mqtt", "32x8xrgb"), CardModel.Of(new AwtrixAdapter(), "awtrix/awtrix3-http", "32x8xrgb")];
        var adapter = models[0].Adapter;
        byte[][] packets =
        [
            .. Repository.Vectors("awtrix3"),
            .. models.SelectMany(model => model.Packets),
            HttpCodec.Bytes(new WireAnswer.Reply(200, "application/json", "{\"bat\":100,\"name\":\"a\"}"u8.ToArray())),
            Encoding.ASCII.GetBytes("POST /api/power HTTP/1.1\r\nHost: clock\r\nContent-Length: 14\r\n\r\n{\"power\":false}"),
        ];

        // As long as the longest that rubbish may announce: only such a one cannot be swallowed twice. Zeros begin no packet.
        var longest = MqttCodec.Bytes(new MqttPublish("clock/power", new byte[AwtrixCodec.Longest - 13]));
        byte[][] reports = [.. models.SelectMany(model => model.Commands.SelectMany(command => model.Talk(command).Heard)).Where(heard => !heard.Data.IsEmpty).Select(Content)];
        byte[][] said = [.. models.SelectMany(model => model.Commands.Select(command => Chunk.Write(model.Talk(command).Said.Select(MessageBytes.Of)))), .. Words.Select(Chunk.Write)];
        return
        [
            new PacketTarget<AwtrixPacket>("awtrix3/packet", new AwtrixCodec(), packets, longest),
            new CaptureTarget(adapter, packets, longest),
            new ReaderTarget(
                "awtrix3/reports",
                reports,
                ("loop", AwtrixReports.Loop),
                ("screen", AwtrixReports.Screen),
                ("values", AwtrixReports.Values),
                ("json", payload => AwtrixJsonFields.IsJson(payload.Span))),
            new ReaderTarget("awtrix3/memory", reports, ("document", payload => Kind(AwtrixJson.Read(payload, CardMemory)))),
            new CardTarget(
                models[0],
                said,
                new WireMessage.Topic(AwtrixWord.SendScreen, ReadOnlyMemory<byte>.Empty),
                answer => answer is WireAnswer.Topic { Name: AwtrixWord.Screen } screen && AwtrixReports.Screen(screen.Payload) is not null),
            .. models.Select(model => new DialogueTarget(model)),
        ];
    }

    private static IEnumerable<IReadOnlyList<Chunk>> Words => new (string Name, string Payload)[]
    {
        ("custom/a", """{"background":"#102030","draw":[{"db":[0,0,2,1,[1,2]]},{"dp":[1,2,"#FF0000"]},{"df":[0,0,3,3,[1,2,3]]},{"dl":[0,0,1,1,"#fff"]},{"dt":[1,1,"hi","#00FF00"]}],"duration":5,"lifetime":9}"""),
        ("custom/b", """[{"text":"a","icon":"1","repeat":2},{"text":"b","progress":50}]"""),
        ("custom/a", ""),
        ("notify", """{"text":"n","hold":true,"stack":false,"duration":3}"""),
        ("notify/dismiss", ""),
        ("settings", """{"BRI":9,"ABRI":false,"ATIME":7,"TIM":false,"MATP":true,"CCORRECTION":[255,255,255],"WD":true}"""),
        ("power", """{"power":false}"""),
        ("moodlight", """{"brightness":170,"color":[155,38,182]}"""),
        ("indicator1", """{"color":[255,0,0],"blink":200}"""),
        ("apps", """[{"name":"Time","show":false,"pos":3}]"""),
        ("switch", """{"name":"Time"}"""),
        ("sleep", """{"sleep":5}"""),
        ("nextapp", ""),
        ("previousapp", ""),
        ("reboot", ""),
    }.Select(word => (IReadOnlyList<Chunk>)
    [
        MessageBytes.Of(new WireMessage.Topic(word.Name, Encoding.UTF8.GetBytes(word.Payload))) with { Head = 1 | (13 << 2) },
        MessageBytes.Of(new WireMessage.Request("POST", $"/api/{word.Name.Replace("custom/", "custom?name=", StringComparison.Ordinal)}", "application/json", Encoding.UTF8.GetBytes(word.Payload))),
        MessageBytes.Of(WireMessage.Request.Get("/api/settings")),
        MessageBytes.Of(WireMessage.Request.Get("/api/loop")),
    ]);

    // A topic's name stands before its payload.
    private static byte[] Content(Chunk heard) => (heard.Head & 3) == 2 ? heard.Data[(heard.Data.Span.IndexOf((byte)'\n') + 1)..].ToArray() : heard.Data.ToArray();

    private static string? Kind(System.Text.Json.JsonDocument? document)
    {
        using (document)
        {
            return document?.RootElement.ValueKind.ToString();
        }
    }
}
