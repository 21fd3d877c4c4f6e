using System.Buffers;
using System.Text;
using CsCheck;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Wire.Http;

namespace Signage.Protocols.Tests.Wire.Http;

/// <summary>What holds for the codec whatever the bytes, and whatever the message.</summary>
public sealed class HttpCodecProperties
{
    private const int Rounds = 10_000;
    private static readonly HttpCodec Codec = new(maxBody: 1_000);

    private static readonly Gen<byte[]> Streams = RandomBytes.Around(
        [.. "GET /HTTP/1.1 200 OK: \r\n\r\n"u8],
        Encoding.ASCII.GetBytes("GET /a HTTP/1.1\r\nHost: card\r\n\r\n"),
        Encoding.ASCII.GetBytes("POST /a HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n{}"),
        Encoding.ASCII.GetBytes("HTTP/1.0 404 No\r\nContent-Length: 999\r\n\r\n"),
        Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"));

    private static readonly Gen<string> Methods = Gen.OneOf(Gen.Const("GET"), Gen.Const("PUT"), Gen.Const("POST"), Gen.Const("DELETE"));
    private static readonly Gen<string> Words = Gen.Char['!', '~'].Array[1, 20].Select(letters => new string(letters));
    private static readonly Gen<string?> Types = Gen.OneOf(Gen.Const((string?)null), Words.Select(word => (string?)word));

    private static readonly Gen<HttpPacket> Packets = Gen.OneOf<HttpPacket>(
        Gen.Select(Methods, Words, Types, Gen.Byte.Array[0, 100], Gen.OneOf(Gen.Const(""), Words)).Select((method, path, type, body, host) =>
            (HttpPacket)new HttpPacket.Asked(new WireMessage.Request(method, $"/{path}", type, body), host)),
        Gen.Select(Gen.Int[100, 599], Types, Gen.Byte.Array[0, 100]).Select((status, type, body) => (HttpPacket)new HttpPacket.Answered(new WireAnswer.Reply(status, type, body))));

    [Fact]
    public void TryRead_WhenAnyBytes_GivesOneOfThreeAnswersAndEnds() =>
        Streams.Sample(bytes => RandomBytes.ReadToTheEnd(Codec, bytes), iter: Rounds, print: Convert.ToHexString);

    [Fact]
    public void Describe_WhenAnyBytes_TellsThemInOrderAndInBounds() =>
        Streams.Sample(bytes => RandomBytes.DescribeInOrder(Codec, bytes), iter: Rounds, print: Convert.ToHexString);

    [Fact]
    public void Write_WhenAnyMessage_ReadsBackAsTheSame() => Packets.Sample(
        packet =>
        {
            var output = new ArrayBufferWriter<byte>();
            Codec.Write(packet, output);
            var again = Rewritten.By(Codec, output.WrittenSpan.ToArray());
            Assert.Equal((packet.ToString(), Convert.ToHexString(output.WrittenSpan)), (again?.Logged, Convert.ToHexString(again!.Bytes)));
        },
        iter: Rounds);
}
