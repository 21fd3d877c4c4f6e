using System.Text;
using CsCheck;
using Signage.Core.Frames;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Colorlight;
using Signage.Protocols.Vendors.Colorlight.Wire;

namespace Signage.Protocols.Tests.Vendors.Colorlight;

/// <summary>Requests and answers of a player: written alike, cut short, after noise and with bits flipped; whole ones are in <see cref="VectorTests"/> too.</summary>
public sealed class PlayerVectorTests
{
    private static readonly ColorlightAdapter Adapter = new();

    // Made by a writer of their own from our page; the others stand in documents and sources of others.
    private static readonly string[] Made = ["upload-4x2", "sleep-request", "power-state-request"];

    // The picture of the vector, in the order of its pixels.
    private static readonly byte[] Pixels = [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 128, 64, 32, 1, 2, 3, 255, 255, 0];

    public static TheoryData<string> Names => [.. ByteVector.All("colorlight-player").Select(vector => vector.Name)];

    public static TheoryData<string> Requests =>
        [.. ByteVector.All("colorlight-player").Where(vector => !vector.Called.StartsWith("reply", StringComparison.Ordinal)).Select(vector => vector.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Vector_WhenAny_SaysWhatItIsAndWhereFrom(string name)
    {
        var vector = ByteVector.Named("colorlight-player", name);
        Assert.Contains(vector.Level, new[] { "published", "derived" });
        Assert.StartsWith("docs/protocols/colorlight.md, section ", vector.Spec, StringComparison.Ordinal);
        Assert.Equal(Made.Contains(name), vector.Level == "derived");
    }

    [Fact]
    public void Encode_WhenTheShowIsTheOneOfTheVector_GivesItsBytes()
    {
        var picture = PixelFrame.Create(ScriptedPlayer.Face.Size, ScriptedPlayer.Face.Layout, 0, (cells, _) => Pixels.CopyTo(cells));
        var requests = Encode(new PanelCommand.LoadPages(TestPlayers.Show(ScriptedPlayer.Face, picture)));
        Assert.Equal(Convert.ToHexString(Bytes("upload-4x2")), Convert.ToHexString(requests[0]));
    }

    [Fact]
    public void Encode_WhenThePlayerIsPutToSleep_GivesTheBytesOfTheVectors() => Assert.Equal(
        [Convert.ToHexString(Bytes("sleep-request")), Convert.ToHexString(Bytes("power-state-request"))],
        Encode(new PanelCommand.Blank()).Select(Convert.ToHexString));

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_WhenWhole_IsOneValidPacketWhoseFieldsStandWhereTheySay(string name)
    {
        var bytes = Bytes(name);
        var packet = Assert.Single(Adapter.Decode(bytes));
        Assert.True(packet.Valid, packet.Error);
        Assert.Equal((0, bytes.Length), (packet.Offset, packet.Length));
        Assert.All(packet.Fields.Where(field => field.Name is not ("part" or "picture")), field => Assert.Contains(
            field.Value.Replace(@"\", @"\\", StringComparison.Ordinal), Encoding.UTF8.GetString(bytes.AsSpan(field.Offset, field.Length)), StringComparison.Ordinal));
    }

    [Fact]
    public void Decode_WhenAProgrammeIsUploaded_NamesItsValuesAndItsPicture()
    {
        var fields = Adapter.Decode(Bytes("upload-4x2")).Single().Fields;
        Assert.Contains(fields, field => (field.Name, field.Value) == ("Programs.Program.Pages[0].Regions[0].Items[0].Duration", "5000"));
        Assert.Contains(fields, field => (field.Name, field.Value) == ("picture", "PNG 4x2"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_WhenCutAnywhere_IsNeverAPacket(string name)
    {
        var bytes = Bytes(name);
        for (var length = 1; length < bytes.Length; length++)
        {
            Assert.All(Adapter.Decode(bytes.AsMemory(0, length)), packet => Assert.False(packet.Valid));
            Assert.Empty(Adapter.Messages(bytes.AsMemory(0, length)));
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Decode_WhenNoiseStandsBefore_FindsThePacket(string name)
    {
        byte[] noisy = [0x00, (byte)'G', (byte)'E', (byte)'T', (byte)' ', (byte)'/', 0xFF, .. "HTTP/1.1 999"u8, .. Bytes(name)];
        var found = Assert.Single(Adapter.Messages(noisy));
        Assert.Equal(Told(Adapter.Messages(Bytes(name))[0]), Told(found));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Messages_WhenOneBitIsFlipped_AreNeverTheSame(string name)
    {
        var bytes = Bytes(name);
        var good = Told(Adapter.Messages(bytes)[0]);
        var vector = ByteVector.Named("colorlight-player", name);
        foreach (var remark in vector.Remarks.Where(remark => remark.Name is not ("(host)" or "(content type)" or "(length)" or "(end of head)")))
        {
            for (var bit = remark.Offset * 8; bit < (remark.Offset + remark.Length) * 8; bit++)
            {
                var bad = (byte[])bytes.Clone();
                bad[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.DoesNotContain(Adapter.Messages(bad), message => Told(message) == good);
            }
        }
    }

    [Fact]
    public void Decode_WhenAnAnswerHoldsAPassword_DoesNotTellIt()
    {
        var body = """{"wifi":{"ssid":"estate","pass":"12345678"},"apn":{"apnPassword":"xyz"}}""";
        var packet = Assert.Single(Adapter.Decode(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}")));
        Assert.Equal("reply 200", packet.Packet);
        Assert.Equal(["200", "estate", "***", "***"], packet.Fields.Select(field => field.Value));
    }

    [Fact]
    public void Decode_WhenSeveralStandTogether_TellsEach()
    {
        byte[] capture = [.. Bytes("sleep-request"), .. "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"u8, .. Bytes("power-state-request")];
        Assert.Equal(["POST /api/action", "reply 200", "GET /api/powerstatus.json"], Adapter.Decode(capture).Select(packet => packet.Packet));
        Assert.Equal(2, Adapter.Messages(capture).Count);
    }

    [Fact]
    public void Decode_WhenTheBytesAreRubbish_NeverThrowsAndTellsEachByteOnce() => Rubbish.Sample(
        bytes =>
        {
            var told = Adapter.Decode(bytes);
            Adapter.Messages(bytes);
            Assert.Equal(bytes.Length, told.Sum(packet => packet.Length));
        },
        iter: 2_000,
        print: Convert.ToHexString);

    [Fact]
    public void Replies_WhenTheBytesAreRubbish_NeverThrow() => Rubbish.Sample(
        bytes =>
        {
            PlayerReplies.Info(bytes);
            PlayerReplies.Dimension(bytes);
            PlayerReplies.Brightness(bytes);
            PlayerReplies.LanPrograms(bytes);
            PlayerReplies.Switch(bytes, "powerstatus");
        },
        iter: 2_000,
        print: Convert.ToHexString);

    [Fact]
    public void Replies_WhenOneBitOfAPublishedOneIsFlipped_NeverThrow()
    {
        foreach (var vector in ByteVector.All("colorlight-player").Where(vector => vector.Name.EndsWith("answer", StringComparison.Ordinal)))
        {
            for (var bit = 0; bit < vector.Body.Length * 8; bit++)
            {
                var bad = (byte[])vector.Body.Clone();
                bad[bit / 8] ^= (byte)(1 << (bit % 8));
                PlayerReplies.Info(bad);
                PlayerReplies.Dimension(bad);
                PlayerReplies.Brightness(bad);
                PlayerReplies.LanPrograms(bad);
                PlayerReplies.Switch(bad, "screenstatus");
            }
        }
    }

    [Fact]
    public void Replies_WhenPublished_AreRead()
    {
        Assert.Equal(["a.vsn"], PlayerReplies.LanPrograms(Body("programs-answer")));
        Assert.Equal(new PlayerDimension(256, 128), PlayerReplies.Dimension(Body("dimension-answer")));
        Assert.Equal(new PlayerBrightness(60, 6_000), PlayerReplies.Brightness(Body("brightness-answer")));
        Assert.True(PlayerReplies.Switch(Body("power-state-awake-answer"), "powerstatus"));
        Assert.Null(PlayerReplies.Info(new byte[PlayerReplies.LongestAnswer + 1]));
    }

    private static byte[][] Pieces { get; } =
        [.. ByteVector.All("colorlight-player").SelectMany(vector => vector.Bytes.Chunk(40)), "\r\n\r\n"u8.ToArray(), "GET /"u8.ToArray(), "HTTP/1.1 200"u8.ToArray()];

    // Bytes, and pieces of real packets in a wrong order.
    private static Gen<byte[]> Rubbish { get; } = Gen.OneOf(
        Gen.Byte.Array[0, 300],
        Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index])
            .Array[0, 12].Select(pieces => pieces.SelectMany(piece => piece).ToArray()));

    private static IReadOnlyList<byte[]> Encode(PanelCommand command) =>
        Adapter.Encode(command, TestPlayers.C4, ScriptedPlayer.Face, new Dictionary<string, string>());

    private static byte[] Bytes(string name) => ByteVector.Named("colorlight-player", name).Bytes;

    private static byte[] Body(string name) => ByteVector.Named("colorlight-player", name).Body;

    private static string Told(WireMessage message) =>
        message is WireMessage.Request request ? $"{request.Method} {request.Path} {request.ContentType} {Convert.ToHexString(request.Body.Span)}" : "";
}
