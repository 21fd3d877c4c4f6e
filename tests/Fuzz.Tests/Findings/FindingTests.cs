using System.Text;
using Fuzz.Tests.Inputs;
using Fuzz.Tests.Targets;
using Signage.Protocols.Dialogues;

namespace Fuzz.Tests.Findings;

/// <summary>Inputs that once broke something, as small as they can be.</summary>
public sealed class FindingTests
{
    public static TheoryData<string, string, byte[]> Inputs => new()
    {
        { "a topic that is no UTF-8 was told with a length of its own", "awtrix3/packet", [0x30, 0x08, 0x00, 0x04, (byte)'a', 0x80, (byte)'/', (byte)'b', (byte)'{', (byte)'}'] },
        { "a Host line was looked for in the body", "awtrix3/packet", Encoding.ASCII.GetBytes("POST /api/power HTTP/1.1\r\nContent-Length: 8\r\n\r\n\r\nhost:a") },
        { "a request might be longer than the longest packet", "awtrix3/packet", Encoding.ASCII.GetBytes("POST /api/power HTTP/1.1\r\nContent-Length: 32000\r\n\r\n") },
        { "every byte of a capture made a text of all that follows it", "wled/capture", [.. Enumerable.Repeat((byte)'a', 2000), .. "\r\n"u8] },
        { "every line of a head became texts", "http/packet", Head("GET / HTTP/1.1\r\n", "A:\r\n", 700) },
        { "every line of a head became texts, asked of a clock", "awtrix3/packet", Head("POST / HTTP/1.1\r\n", "A:\r\n", 700) },
        { "every beginning in a row of them made texts of all that follows it", "awtrix3/capture", Head("", "GET /", 300) },
        { "every beginning in a row of them made texts of all that follows it, a player's", "colorlight-player/capture", Head("", "PUT /", 300) },
        { "every beginning in a row of them made texts of all that follows it, a reply's", "wled/capture", Head("", "HTTP/1.1 ", 200) },
        { "every frame that was none was put into words twice", "onbon-bx6/capture", [.. Enumerable.Repeat<byte[]>([0xA5, 0x5A], 60).SelectMany(frame => frame)] },
        { "a file took all its memory when it was announced", "onbon-bx6/card", Chunk.Write([new Chunk(1, BeginTransfer), new Chunk(1, StartFile)]) },
        { "a picture took all its memory when its head was read", "colorlight-player/picture", [1, .. HeadOfAPicture] },
        { "a part without a head", "colorlight-player/form", Encoding.ASCII.GetBytes("multipart/form-data; boundary=b\n--b\r\n\r\n\r\n--b--") },
        { "pixels that ask for a dictionary", "colorlight-player/picture", [1, .. PictureWithADictionary] },
        { "every byte that begins a publication took what it announced", "awtrix3/capture", [.. Enumerable.Repeat<byte[]>([0x30, 0xFF, 0x7F], 8000).SelectMany(start => start)] },
        { "every value made a text of all the names above it", "wled/capture", Nested("aa", 50, 200) },
        { "every value made a text of the whole name above it", "colorlight-player/capture", Nested(new string('a', 500), 1, 200) },
        { "half a pair as a command", "colorlight-player/card", Chunk.Write([Asked("POST", "/api/action", "{\"command\":\"\\ud800\"}")]) },
        { "half a pair as a switch", "wled/card", Chunk.Write([Asked("POST", "/json/state", "{\"on\":\"\\ud800\"}")]) },
        { "half a pair as a name", "wled/card", Chunk.Write([Asked("POST", "/json/state", "{\"\\ud800\":1,\"\\u006fn\":true}")]) },
        {
            "the last second of the calendar", "colorlight-player/card",
            Chunk.Write(
            [
                Asked("PUT", "/api/rtc", "{\"time\":\"9999-12-31 23:59:59\",\"timezone\":8,\"isautotimezone\":0,\"isautotime\":0}"),
                MessageBytes.Of(WireMessage.Request.Get("/api/rtc.json")) with { Head = 2 | (15 << 2) },
            ])
        },
    };

    // Asks for an answer, group, command, length of the data; then name, type, length, whether it replaces another, check value. The length is 960 KiB.
    private static byte[] BeginTransfer => [1, 0xA1, 0x08, 0, 0];

    private static byte[] StartFile => [1, 0xA1, 0x02, 14, 0, (byte)'D', (byte)'0', (byte)'0', (byte)'0', 9, 0, 0, 15, 0, 0, 0, 0, 0, 0];

    // 4104 pixels by 2056, and behind that no row of them.
    private static byte[] HeadOfAPicture => Convert.FromHexString(
        "89504E470D0A1A0A" + "0000000D494844520000100800000808080200000000000000" + "000000024944415478DA00000000" + "0000000049454E44AE426082");

    // One grey pixel; the second byte of its stream says that a dictionary is needed (RFC 1950, FDICT), which PNG does not have.
    private static byte[] PictureWithADictionary => Convert.FromHexString(
        "89504E470D0A1A0A" + "0000000D494844520000000100000001080000000000000000" + "0000000649444154783F0000000000000000" + "0000000049454E44AE426082");

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Decoder_WhenFedWithWhatBrokeItOnce_Holds(string what, string name, byte[] input)
    {
        Assert.NotEmpty(what);
        DecoderTargets.Named(name).Run(input);
    }

    private static byte[] Head(string first, string again, int times) => Encoding.ASCII.GetBytes($"{first}{string.Concat(Enumerable.Repeat(again, times))}\r\n\r\n");

    // A list of ones below names.
    private static byte[] Nested(string name, int depth, int values)
    {
        var body = $"{string.Concat(Enumerable.Repeat($"{{\"{name}\":", depth))}[{string.Join(',', Enumerable.Repeat(1, values))}]{new string('}', depth)}";
        return Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    private static Chunk Asked(string method, string path, string body) => MessageBytes.Of(new WireMessage.Request(method, path, "application/json", Encoding.UTF8.GetBytes(body)));
}
