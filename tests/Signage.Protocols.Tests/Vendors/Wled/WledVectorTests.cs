using System.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Wled;
using Signage.Protocols.Wire.Http;

namespace Signage.Protocols.Tests.Vendors.Wled;

/// <summary>Requests, replies and pictures as they go over either link, cut short, after noise and with bits flipped; whole ones are in <see cref="VectorTests"/>.</summary>
public sealed class WledVectorTests
{
    private readonly WledAdapter _adapter = new();

    public static TheoryData<string> Names => [.. ByteVector.All("wled").Select(vector => vector.Name)];

    [Fact]
    public void Vectors_WhenListed_AreAllComputed() => Assert.All(ByteVector.All("wled"), vector => Assert.Equal("derived", vector.Level));

    [Theory]
    [MemberData(nameof(Names))]
    public void Messages_WhenWholeAndNoReply_WriteBackToTheSameBytes(string name)
    {
        var bytes = ByteVector.Named("wled", name).Bytes;
        var written = _adapter.Messages(bytes).Select(message => message switch
        {
            WireMessage.Request request => HttpCodec.Bytes(request, HostOf(bytes)),
            WireMessage.Datagrams(var packets) => Assert.Single(packets).ToArray(),
            _ => [],
        });
        Assert.Equal(name.EndsWith("reply", StringComparison.Ordinal) ? [] : [Convert.ToHexString(bytes)], written.Select(Convert.ToHexString));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_WhenNoiseStandsBefore_FindsThePacketLast(string name)
    {
        var bytes = ByteVector.Named("wled", name).Bytes;
        var packet = _adapter.Decode((byte[])[0x00, 0x5A, 0xA5, 0x47, .. bytes])[^1];
        Assert.Equal((true, 4, bytes.Length), (packet.Valid, packet.Offset, packet.Length));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_WhenAnythingIsMissing_NeverTellsAWholePacket(string name)
    {
        var bytes = ByteVector.Named("wled", name).Bytes;
        for (var length = 1; length < bytes.Length; length++)
        {
            Assert.All(_adapter.Decode(bytes.AsMemory(0, length)), packet => Assert.False(packet.Valid));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_WhenOneBitIsFlipped_NeverTellsTheSame(string name)
    {
        var bytes = ByteVector.Named("wled", name).Bytes;
        var good = Told(bytes);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var bad = (byte[])bytes.Clone();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            if (IsBlankLine(bad, bit / 8) || IsBetweenValues(bytes, bit / 8))
            {
                continue;   // ends of lines and brackets are not values
            }

            Assert.True(good != Told(bad), $"bit {bit} of {name}");
        }
    }

    [Fact]
    public void Decode_WhenAJsonBody_NamesEachValueWhereItStands()
    {
        var bytes = ByteVector.Named("wled", "state-info-reply").Bytes;
        var text = Encoding.ASCII.GetString(bytes);
        var fields = Assert.Single(_adapter.Decode(bytes)).Fields;
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
            [("state.on", "true"), ("state.bri", "128"), ("state.seg.id", "0"), ("state.seg.col", "160"), ("info.leds.matrix.w", "16"), ("info.lm", "\"DDP\"")])
        {
            var field = fields.First(field => field.Name == name && field.Value == value);
            Assert.Equal(value, text.Substring(field.Offset, field.Length));
        }
    }

    private static string HostOf(byte[] bytes) => Encoding.ASCII.GetString(bytes).Split("\r\n").First(line => line.StartsWith("Host: ", StringComparison.Ordinal))[6..];

    private static bool IsBlankLine(byte[] bytes, int at) => bytes[at] is (byte)'\r' or (byte)'\n';

    private bool IsBetweenValues(byte[] bytes, int at) => !Assert.Single(_adapter.Decode(bytes)).Fields.Any(field => at >= field.Offset && at < field.Offset + field.Length);

    private string Told(byte[] bytes) => string.Join('|', _adapter.Decode(bytes).Select(
        packet => $"{packet.Packet} {packet.Valid} {string.Join(',', packet.Fields.Select(field => $"{field.Offset} {field.Name} {field.Value}"))} {Convert.ToHexString(bytes, packet.Offset, packet.Length)}"));
}
