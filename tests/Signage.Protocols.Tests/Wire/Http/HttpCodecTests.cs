using System.Buffers;
using System.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Wire;
using Signage.Protocols.Wire.Http;

namespace Signage.Protocols.Tests.Wire.Http;

/// <summary>One table of messages for both directions and their fields, one of bad ones with the answer to each.</summary>
public sealed class HttpCodecTests
{
    private static readonly HttpCodec Codec = new(maxBody: 1000);

    public static TheoryData<string, string, string> Good => new()
    {
        { "GET /api/info.json HTTP/1.1\r\nHost: card\r\n\r\n", "GET /api/info.json 0 bytes", "line header" },
        { "POST /json/state HTTP/1.1\r\nHost: card\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"on\":true}", "POST /json/state 11 bytes", "line header header header body" },
        { "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}", "200 2 bytes", "line header header body" },
        { "HTTP/1.1 503 Error\r\nContent-Length: 0\r\n\r\n", "503 0 bytes", "line header" },
        { "HTTP/1.1 000 Error\r\nContent-Length: 0\r\n\r\n", "0 0 bytes", "line header" },
    };

    public static TheoryData<string, string, WireRead> Bad => new()
    {
        { "nothing at all", "", WireRead.NeedMore },
        { "half a method", "POS", WireRead.NeedMore },
        { "half a head", "GET /a HTTP/1.1\r\nHost: c", WireRead.NeedMore },
        { "half a body", "GET /a HTTP/1.1\r\nContent-Length: 2\r\n\r\nx", WireRead.NeedMore },
        { "a method of nobody", "BREW /a HTTP/1.1\r\n\r\n", WireRead.Malformed },
        { "a method in small letters", "get /a HTTP/1.1\r\n\r\n", WireRead.Malformed },
        { "a path without its root", "GET a HTTP/1.1\r\n\r\n", WireRead.Malformed },
        { "a space in the path", "GET /a b HTTP/1.1\r\n\r\n", WireRead.Malformed },
        { "another version", "GET /a HTTP/2.0\r\n\r\n", WireRead.Malformed },
        { "a status of two digits", "HTTP/1.1 20 OK\r\n\r\n", WireRead.Malformed },
        { "a status with a sign", "HTTP/1.1 -20 OK\r\n\r\n", WireRead.Malformed },
        { "a status with more behind its digits", "HTTP/1.1 20\0 OK\r\n\r\n", WireRead.Malformed },
        { "a length with more behind its digits", "GET /a HTTP/1.1\r\nContent-Length: 1\0\r\n\r\nx", WireRead.Malformed },
        { "a length that is empty", "GET /a HTTP/1.1\r\nContent-Length:\r\n\r\n", WireRead.Malformed },
        { "a line without a name", "GET /a HTTP/1.1\r\n: b\r\n\r\n", WireRead.Malformed },
        { "a line without a colon", "GET /a HTTP/1.1\r\nHost\r\n\r\n", WireRead.Malformed },
        { "a space before the colon", "GET /a HTTP/1.1\r\nContent-Length : 2\r\n\r\nxx", WireRead.Malformed },
        { "a folded line", "GET /a HTTP/1.1\r\nA: b\r\n c: d\r\n\r\n", WireRead.Malformed },
        { "a chunked body", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", WireRead.Malformed },
        { "two lengths that differ", "GET /a HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx", WireRead.Malformed },
        { "a length with a sign", "GET /a HTTP/1.1\r\nContent-Length: +1\r\n\r\nx", WireRead.Malformed },
        { "a body beyond the bound", "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n", WireRead.Malformed },
        { "a length beyond all numbers", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", WireRead.Malformed },
        { "a head beyond the bound", $"GET /a HTTP/1.1\r\nA: {new string('b', HttpCodec.MaxHead)}", WireRead.Malformed },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void TryRead_WhenAMessageIsWhole_ReadsIt_AndWriteMakesTheSameBytes_AndDescribeNamesThem(string text, string told, string fields)
    {
        Assert.Equal(fields, string.Join(' ', Codec.Describe(Encoding.Latin1.GetBytes(text)).Select(field => field.Name)));
        var input = Sequence(text);
        Assert.Equal(WireRead.Packet, Codec.TryRead(ref input, out var packet));
        Assert.Equal((told, 0), (packet!.ToString()!, input.Length));
        var output = new ArrayBufferWriter<byte>();
        Codec.Write(packet, output);
        Assert.Equal(text, Encoding.Latin1.GetString(output.WrittenSpan));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void TryRead_WhenBytesComeOneByOne_LeavesThemWholeUntilTheLast(string text, string told, string fields)
    {
        for (var length = 0; length < text.Length; length++)
        {
            var input = Sequence(text[..length]);
            Assert.Equal((WireRead.NeedMore, length, told, fields), (Codec.TryRead(ref input, out _), input.Length, told, fields));
        }
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void TryRead_WhenSomethingIsWrong_SaysWhat(string what, string text, WireRead answer)
    {
        var input = Sequence(text);
        var before = input.Length;
        Assert.Equal((what, answer), (what, Codec.TryRead(ref input, out var packet)));
        Assert.Null(packet);
        Assert.Equal(answer == WireRead.NeedMore ? 0 : 1, before - input.Length);
    }

    [Fact]
    public void TryRead_WhenABodyIsAnnouncedThatIsTooLong_TakesNoMemoryForIt()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var input = Sequence($"HTTP/1.1 200 OK\r\nContent-Length: {HttpCodec.MaxBody}\r\n\r\n");
        Assert.Equal(WireRead.Malformed, Codec.TryRead(ref input, out _));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
    }

    private static ReadOnlySequence<byte> Sequence(string text) => new(Encoding.Latin1.GetBytes(text));
}
