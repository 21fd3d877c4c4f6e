using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Colorlight;
using Signage.Protocols.Wire.Http;

namespace Signage.Protocols.Tests.Vendors.Colorlight;

/// <summary>Requests and replies of a player with one thing wrong each (docs/protocols/colorlight.md, section 2).</summary>
public sealed class PlayerBadInputs
{
    private const string NoBeginning = "no request and no reply begins here";
    private const string NoForm = "the body is no form with this boundary";
    private const string NoJson = "the body is not JSON";

    private static readonly byte[] Good = ByteVector.Named("colorlight-player", "sleep-request").Bytes;

    private static readonly BadInput[] All =
    [
        BadInput.Text("a method of nobody", "BREW /api/info.json HTTP/1.1\r\n\r\n", NoBeginning),
        BadInput.Text("another version", "HTTP/2.0 200 OK\r\n\r\n", NoBeginning),
        BadInput.Text("a request of another version", "GET /api/info.json HTTP/2.0\r\n\r\n", HttpCodec.BreaksRules),
        BadInput.Text("a chunked reply", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", HttpCodec.BreaksRules),
        BadInput.Text("a status of two digits", "HTTP/1.1 20 OK\r\n\r\n", HttpCodec.BreaksRules),
        BadInput.Text("two lengths that differ", "PUT /api/rtc HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 0\r\n\r\n", HttpCodec.BreaksRules),
        BadInput.Text("a body beyond all bounds", "HTTP/1.1 200 OK\r\nContent-Length: 33554433\r\n\r\n", HttpCodec.BreaksRules),
        BadInput.Text("a folded line", "GET /api/info.json HTTP/1.1\r\nA: b\r\n c: d\r\n\r\n", HttpCodec.BreaksRules),
        BadInput.Text("a head cut short", "GET /api/info.json HTTP/1.1\r\nHost: p\r\n", HttpCodec.Incomplete, swallows: true),
        BadInput.Text("a body cut short", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"a\":", HttpCodec.Incomplete, swallows: true),
        BadInput.Text("a form without its boundary", "POST /api/program/a.vsn HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 4\r\n\r\n--y\n", NoForm),
        BadInput.Text("an answer that is no JSON", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n{\"a\":", NoJson),
        BadInput.Text("an answer with half a character", "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"a\":\"\\uD800\"}", NoJson),
        new("nothing but zeros", new byte[2000], NoBeginning),
    ];

    public static TheoryData<string> Names => [.. All.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_WhenAMessageIsBad_SaysWhatIsWrongAndFindsTheNext(string name) => All.Single(row => row.Name == name).Hold(new ColorlightAdapter(), Good);
}
