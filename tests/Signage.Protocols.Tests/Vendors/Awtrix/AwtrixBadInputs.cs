using System.Text;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Awtrix;

namespace Signage.Protocols.Tests.Vendors.Awtrix;

/// <summary>Messages to and from a clock with one thing wrong each, over either link (docs/protocols/awtrix.md, section 2).</summary>
public sealed class AwtrixBadInputs
{
    private const string NoPacket = "(neither an MQTT publish nor a message of HTTP)";
    private const string NoJson = "(the payload is no JSON; a clock does not heed it)";

    private static readonly byte[] Good = ByteVector.Named("awtrix3", "power-on").Bytes;

    private static readonly BadInput[] All =
    [
        new("at least once", [0x32, .. Good[1..]], NoPacket),
        new("retained", [0x31, .. Good[1..]], NoPacket),
        new("a packet of the session", [0x10, 0x02, 0x00, 0x00], NoPacket),
        new("length of nothing", [0x30, 0x00], NoPacket),
        new("length of one", [0x30, 0x01, 0x00], NoPacket),
        new("length in five bytes", [0x30, 0x80, 0x80, 0x80, 0x80, 0x01], NoPacket),
        new("longer than a clock takes", [0x30, 0x81, 0x80, 0x01, 0x00, 0x01, (byte)'a'], NoPacket),
        new("no topic", [0x30, 0x02, 0x00, 0x00], NoPacket),
        new("topic longer than the packet", [0x30, 0x04, 0x00, 0x09, (byte)'a', (byte)'b'], NoPacket),
        new("topic that is no text", [0x30, 0x04, 0x00, 0x02, 0xC3, 0x28], NoPacket),
        new("payload cut short", Good[..^1], NoPacket, Swallows: true),
        new("an app that is no JSON", Publish("awtrix/custom/a", "{\"text\":"), NoJson),
        new("settings that are no JSON", Publish("awtrix/settings", "BRI=9"), NoJson),
        new("a loop that is no JSON", Publish("awtrix/stats/loop", "[\"a\""), NoJson),
        BadInput.Text("an app over HTTP that is no JSON", "POST /api/custom?name=a HTTP/1.1\r\nContent-Length: 1\r\n\r\n{", NoJson),
        BadInput.Text("a method of nobody", "BREW /api/loop HTTP/1.1\r\n\r\n", NoPacket),
        BadInput.Text("a chunked reply", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", NoPacket),
        BadInput.Text("a reply longer than a clock's memory", "HTTP/1.1 200 OK\r\nContent-Length: 16385\r\n\r\n", NoPacket),
        BadInput.Text("two lengths that differ", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 0\r\n\r\n", NoPacket),
        BadInput.Text("a head cut short", "GET /api/loop HTTP/1.1\r\nHost: c", NoPacket, swallows: true),
        new("nothing but zeros", new byte[2000], NoPacket),
    ];

    public static TheoryData<string> Names => [.. All.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_WhenAMessageIsBad_SaysWhatIsWrongAndFindsTheNext(string name) => All.Single(row => row.Name == name).Hold(new AwtrixAdapter(), Good);

    private static byte[] Publish(string topic, string payload) =>
        [0x30, (byte)(2 + topic.Length + payload.Length), 0x00, (byte)topic.Length, .. Encoding.ASCII.GetBytes(topic + payload)];
}
