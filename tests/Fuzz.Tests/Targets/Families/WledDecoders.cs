using System.Text;
using Fuzz.Tests.Inputs;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Wled;
using Signage.Protocols.Vendors.Wled.Wire;
using Signage.Protocols.Wire.Http;

namespace Fuzz.Tests.Targets.Families;

/// <summary>WLED: DDP for pictures, JSON over HTTP for the rest.</summary>
internal static class WledDecoders
{
    public static IReadOnlyList<IDecoderTarget> All { get; } = Make();

    private static IDecoderTarget[] Make()
    {
        var model = CardModel.Of(new WledAdapter(), "wled/esp32", "16x8xrgb");
        byte[][] captures =
        [
            .. Repository.Vectors("wled"),
            .. model.Packets,
            Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n{\"success\":true}"),
        ];
        byte[][] said =
        [
            .. model.Commands.Select(command => Chunk.Write(model.Talk(command).Said.Select(MessageBytes.Of))),
            .. new[] { "/json", "/json/state", "/json/info", "/json/si", "/json/eff", "/json/pal", "/presets.json", "/no" }
                .Select(path => Chunk.Write([MessageBytes.Of(WireMessage.Request.Get(path))])),
            Chunk.Write([MessageBytes.Of(new WireMessage.Request(
                "POST", "/json/state", "application/json", "{\"on\":\"t\",\"bri\":9,\"lor\":1,\"live\":true,\"v\":true,\"rb\":false,\"seg\":[{\"id\":0}]}"u8.ToArray()))]),
        ];
        return
        [
            new CaptureTarget(model.Adapter, captures, HttpCodec.Bytes(WledRequests.StateAndInfo, "wled")),
            new ReaderTarget(
                "wled/json",
                [.. model.Commands.SelectMany(command => model.Talk(command).Heard).Where(heard => !heard.Data.IsEmpty).Select(heard => heard.Data.ToArray()), "{\"error\":9}"u8.ToArray()],
                ("success", body => WledReply.IsSuccess(body)),
                ("error", WledReply.Error),
                ("state", body => WledReply.StateAndInfo(body, new BrightnessScale(0, 255)))),
            new CardTarget(model, said, WledRequests.StateAndInfo, answer => answer is WireAnswer.Reply { Status: 200 }),
            new DialogueTarget(model),
        ];
    }
}
