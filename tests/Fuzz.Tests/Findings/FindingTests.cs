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

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Decoder_WhenFedWithWhatBrokeItOnce_Holds(string what, string name, byte[] input)
    {
        Assert.NotEmpty(what);
        DecoderTargets.Named(name).Run(input);
    }

    private static Chunk Asked(string method, string path, string body) => MessageBytes.Of(new WireMessage.Request(method, path, "application/json", Encoding.UTF8.GetBytes(body)));
}
