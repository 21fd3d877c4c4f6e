using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Wled;
using Signage.Protocols.Wire.Http;

namespace Signage.Protocols.Tests.Vendors.Wled;

/// <summary>Messages to and from a controller with one thing wrong each, on either of its links (docs/protocols/wled.md, sections 1 and 2).</summary>
public sealed class WledBadInputs
{
    private static readonly byte[] Good = ByteVector.Named("wled", "power-on").Bytes;

    private static readonly BadInput[] All =
    [
        BadInput.Text("a chunked reply", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", HttpCodec.BreaksRules),
        BadInput.Text("a length with a sign", "POST /json/state HTTP/1.1\r\nContent-Length: -1\r\n\r\n", HttpCodec.BreaksRules),
        BadInput.Text("two lengths that differ", "POST /json/state HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 0\r\n\r\n", HttpCodec.BreaksRules),
        BadInput.Text("a space before the colon", "POST /json/state HTTP/1.1\r\nContent-Length : 0\r\n\r\n", HttpCodec.BreaksRules),
        BadInput.Text("a line without a colon", "GET /json/si HTTP/1.1\r\nHost\r\n\r\n", HttpCodec.BreaksRules),
        BadInput.Text("a status of two digits", "HTTP/1.1 20 OK\r\n\r\n", HttpCodec.BreaksRules),
        BadInput.Text("a head cut short", "GET /json/si HTTP/1.1\r\nHost: c\r\n", HttpCodec.Incomplete, swallows: true),
        BadInput.Text("a body cut short", "HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n{\"success\":", HttpCodec.Incomplete, swallows: true),
        new("a picture of another version", [0x81, 0x00, 0x0B, 0x01, 0, 0, 0, 0, 0, 0], "not version 1"),
        new("a picture with too much in a packet", [0x41, 0x00, 0x0B, 0x01, 0, 0, 0, 0, 0xFF, 0xFF], "more than 1440 bytes of data"),
        new("a picture cut short", [0x41, 0x00, 0x0B, 0x01, 0, 0, 0, 0, 0, 9, 1, 2], "shorter than its header says", Swallows: true),
        BadInput.Text("another protocol", "SSH-2.0-OpenSSH\r\n", "reserved bits of the sequence are set"),
        new("nothing but zeros", new byte[2000], "not version 1"),
    ];

    public static TheoryData<string> Names => [.. All.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_WhenAMessageIsBad_SaysWhatIsWrongAndFindsTheNext(string name) => All.Single(row => row.Name == name).Hold(new WledAdapter(), Good);
}
