using System.Buffers.Binary;
using System.Text;
using Fuzz.Tests.Inputs;
using Signage.Core.Frames;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Colorlight;
using Signage.Protocols.Vendors.Colorlight.Wire;
using Signage.Protocols.Wire.Http;
using Signage.Simulator.Cards.Colorlight;

namespace Fuzz.Tests.Targets.Families;

/// <summary>Colorlight players.</summary>
internal static class ColorlightDecoders
{
    // A picture is stretched to its place while it is read, so it takes two rows of the longest that a file may have, whatever its head says.
    private const long PictureLimit = Memory.Limit + (2L * PngPicture.LongestSide * PngPicture.MostBytesAPixel);

    private static readonly string[] Resources =
        ["info", "dimension", "powerstatus", "screenstatus", "brightnessandcolortemp", "rtc", "volume", "vsns", "csensor"];

    public static IReadOnlyList<IDecoderTarget> All { get; } = Make();

    private static IDecoderTarget[] Make()
    {
        var model = CardModel.Of(new ColorlightAdapter(), "colorlight/c4", "16x16xrgb");
        var talks = model.Commands.Select(model.Talk).ToArray();
        var uploads = talks.SelectMany(talk => talk.Said).OfType<WireMessage.Request>().Where(request => MultipartForm.BoundaryOf(request.ContentType) is not null).ToArray();
        byte[][] pictures = [PngStill.Write(PixelFrame.Dark(new PixelSize(4, 4), PixelLayout.Rgb)), Screenshot.Of(PixelFrame.Dark(new PixelSize(8, 8), PixelLayout.Rgb))];
        byte[][] captures =
        [
            .. Repository.Vectors("colorlight-player"),
            .. model.Packets,
            Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 19\r\n\r\n{\"info\":{\"a\":[1,2]}}"),
        ];
        byte[][] said =
        [
            .. talks.Select(talk => Chunk.Write(talk.Said.Select(MessageBytes.Of))),
            .. Resources.Select(name => Chunk.Write([MessageBytes.Of(WireMessage.Request.Get($"/api/{name}.json"))])),
            .. Questions.Select(question => Chunk.Write([MessageBytes.Of(question), MessageBytes.Of(WireMessage.Request.Get("/api/rtc.json")) with { Head = 2 | (15 << 2) }])),
        ];
        return
        [
            new CaptureTarget(model.Adapter, captures, HttpCodec.Bytes(WireMessage.Request.Get("/api/info.json"), "player")),
            new ReaderTarget(
                "colorlight-player/json",
                [.. talks.SelectMany(talk => talk.Heard).Where(heard => !heard.Data.IsEmpty && heard.Data.Length < Memory.LongestInput).Select(heard => heard.Data.ToArray())],
                ("info", PlayerReplies.Info),
                ("dimension", PlayerReplies.Dimension),
                ("switch", body => PlayerReplies.Switch(body, "powerstatus")),
                ("brightness", PlayerReplies.Brightness),
                ("programmes", PlayerReplies.LanPrograms)),
            new ReaderTarget(
                "colorlight-player/form",
                [.. uploads.Select(upload => (byte[])[.. Encoding.UTF8.GetBytes($"{upload.ContentType}\n"), .. upload.Body.Span])],
                ("ours", input => Form(input) is var (type, body) && MultipartForm.BoundaryOf(type) is { } boundary ? MultipartForm.Read(body, boundary) : null),
                ("the player's", input => Form(input) is var (type, body) ? ProgramForm.Read(type, body) : null)),
            new ReaderTarget(
                "colorlight-player/programme",
                [.. uploads.SelectMany(upload => MultipartForm.Read(upload.Body, MultipartForm.BoundaryOf(upload.ContentType)!)!).Where(part => part.File!.EndsWith(".vsn", StringComparison.Ordinal)).Select(part => part.Data.ToArray())],
                ("programme", json => new ProgramReader(model.Profile, model.Face, "signage", new Dictionary<string, ReadOnlyMemory<byte>> { ["a.png"] = pictures[0] }).Read(json))),
            new ReaderTarget("colorlight-player/picture", [.. pictures.Select(picture => (byte[])[1, .. picture])], ("picture", file => PngPicture.Read(file.Span, model.Face.Size)), ("size", file => PngStill.SizeOf(file.Span)))
            {
                Dress = WithChecks,
                Limit = PictureLimit,
            },
            new CardTarget(model, said, WireMessage.Request.Get("/api/info.json"), answer => answer is WireAnswer.Reply { Status: 200 }),
            new DialogueTarget(model),
        ];
    }

    private static IEnumerable<WireMessage.Request> Questions => new (string Method, string Path, string Body)[]
    {
        ("POST", "/api/action", """{"command":"sleep"}"""),
        ("POST", "/api/action", """{"command":"reboot"}"""),
        ("PUT", "/api/screenstatus", """{"screenstatus":0}"""),
        ("PUT", "/api/brightness", """{"brightness":200}"""),
        ("PUT", "/api/savebrightnessandcolortemp", "{}"),
        ("PUT", "/api/colortemp", """{"colortemp":6500}"""),
        ("PUT", "/api/volume", """{"musicvolume":3}"""),
        ("PUT", "/api/rtc", """{"time":"9999-12-31 23:59:59","timezone":8,"isautotimezone":0,"isautotime":0}"""),
        ("POST", "/api/program/a.vsn", """{"Programs":{"Program":{"Pages":[{"Regions":[{"Rect":{"X":"0","Y":"0","Width":"16","Height":"16"},"Items":[{"Type":"4","Duration":"9"}]}]}]}}}"""),
        ("PUT", "/api/vsns/sources/lan/vsns/a.vsn/activated", "{}"),
        ("DELETE", "/api/vsns/sources/lan/vsns/a.vsn", "{}"),
        ("DELETE", "/api/clrprgms", "{}"),
    }.Select(question => new WireMessage.Request(question.Method, question.Path, "application/json", Encoding.UTF8.GetBytes(question.Body)));

    private static (string Type, ReadOnlyMemory<byte> Body)? Form(ReadOnlyMemory<byte> input)
    {
        var end = input.Span.IndexOf((byte)'\n');
        return end < 0 ? null : (Encoding.UTF8.GetString(input.Span[..end]), input[(end + 1)..]);
    }

    // The first byte says whether the check values of the chunks are made right again, so that what is behind them is reached.
    private static ReadOnlyMemory<byte> WithChecks(ReadOnlyMemory<byte> input)
    {
        if (input.IsEmpty || (input.Span[0] & 1) == 0)
        {
            return input.IsEmpty ? input : input[1..];
        }

        var file = input[1..].ToArray();
        for (long at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan((int)at));
            if (length > file.Length - at - 12)
            {
                break;
            }

            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan((int)(at + 8 + length)), PngPicture.Crc(file.AsSpan((int)at + 4, 4 + (int)length)));
            at += 12 + length;
        }

        return file;
    }
}
