using System.Text;
using Signage.Core.Frames;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Awtrix;
using Signage.Protocols.Vendors.Awtrix.Wire;
using static Signage.Protocols.Tests.Vendors.Awtrix.TestClocks;

namespace Signage.Protocols.Tests.Vendors.Awtrix;

/// <summary>The exact bytes of the commands, and what captures say.</summary>
public sealed class AwtrixEncodeTests
{
    private static readonly AwtrixAdapter Adapter = new();

    [Fact]
    public void Write_WhenTheWorkedExample_GivesItsBytes()
    {
        var app = new AwtrixApp { Bitmap = new AwtrixBitmap(0, 0, 2, 1, [16711680, 65280]), Duration = 20, Lifetime = 3600, NoScroll = true };
        var bytes = Signage.Protocols.Wire.Mqtt.MqttCodec.Bytes(new Signage.Protocols.Wire.Mqtt.MqttPublish("awtrix_ab12cd/custom/notice", app.Write()));
        Assert.Equal(Hex("custom-notice-worked-example"), Convert.ToHexString(bytes));
    }

    [Fact]
    public void Encode_WhenAPageOverMqtt_IsTheWholePageOfTheVector() => Assert.Contains(
        Hex("custom-four-corners"),
        Encode(Mqtt, new PanelCommand.LoadPages(FourCorners), ("app", "corners"), ("lifetime", "3600")));

    [Fact]
    public void Encode_WhenAPageOverHttp_IsTheRequestOfTheVector() => Assert.Contains(
        Hex("http-custom-four-corners"),
        Encode(Http, new PanelCommand.LoadPages(FourCorners), ("app", "corners"), ("lifetime", "3600")));

    [Fact]
    public void Encode_WhenAPageOverMqtt_SaysEverythingInThisOrder() => Assert.Equal(
        ["moodlight", "settings", "settings", "indicator1", "indicator2", "indicator3", "custom/notice", "custom/signage?", "sendscreen"],
        Names(Mqtt, new PanelCommand.LoadPages(Show(20)), ("app", "notice")));

    [Fact]
    public void Encode_WhenThreePagesOverHttp_SendsEachAloneAndLooksAgain() => Assert.Equal(
        [
            "POST /api/moodlight", "GET /api/settings", "POST /api/settings", "GET /api/stats", "POST /api/custom?name=a0", "GET /api/loop", "GET /api/screen",
            "POST /api/custom?name=a1", "POST /api/custom?name=a2", "GET /api/loop", "GET /api/screen",
        ],
        Names(Http, new PanelCommand.LoadPages(Show(1, 2, 3)), ("app", "a")));

    [Fact]
    public void Encode_WhenBlank_DrawsTheCurtainFirst()
    {
        var packets = Encode(Mqtt, new PanelCommand.Blank());
        Assert.Equal(Hex("curtain"), packets[0]);
        Assert.Contains(Hex("settings-alone"), packets);
        Assert.EndsWith("custom/signage-dark", Names(Mqtt, new PanelCommand.Blank())[7], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(50, "128")]
    [InlineData(100, "255")]
    public void Encode_WhenBrightness_SaysItInTheClocksScaleAndEndsTheAutomatic(int percent, string level) => Assert.Equal(
        Settings($$"""{"BRI":{{level}},"ABRI":false}"""), Assert.Single(Encode(Mqtt, new PanelCommand.SetBrightness(percent))));

    [Fact]
    public void Encode_WhenPowerOff_UsesTheOneWithoutTheAnimation()
    {
        Assert.Equal(Settings("""{"MATP":false}"""), Assert.Single(Encode(Mqtt, new PanelCommand.SetPower(false))));
        Assert.Equal(["power"], Names(Mqtt, new PanelCommand.SetPower(true)));
    }

    [Fact]
    public void Encode_WhenAnOptionIsUnknown_NamesThoseThatExist()
    {
        var wrong = Assert.Throws<FormatException>(() => Encode(Mqtt, new PanelCommand.Ping(), ("seq", "1")));
        Assert.Contains("prefix, host, app, duration, lifetime", wrong.Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => Encode(Mqtt, new PanelCommand.Ping(), ("app", "two words")));
        Assert.Throws<FormatException>(() => Encode(Mqtt, new PanelCommand.Ping(), ("duration", "0")));
    }

    [Fact]
    public void Encode_WhenNoAppIsNamed_NamesItAfterItsContentShortEnoughForTwenty()
    {
        var show = Show(1, 2);
        var names = Names(Mqtt, new PanelCommand.LoadPages(show)).Where(name => name.StartsWith("custom/signage-", StringComparison.Ordinal)).Distinct().ToArray();
        Assert.Equal([$"custom/signage-{show.Digest.Hex[..8]}-00", $"custom/signage-{show.Digest.Hex[..8]}-01"], names);
        Assert.True(20 * (names[0].Length - "custom/".Length + 1 + 16) <= 1024);
    }

    [Fact]
    public void Messages_WhenOurOwnBytes_GivesThemBack()
    {
        byte[] capture = [.. Encode(Mqtt, new PanelCommand.LoadPages(Show(3)), ("prefix", "site/7/clock")).SelectMany(Convert.FromHexString)];
        Assert.All(Adapter.Messages(capture), message => Assert.DoesNotContain("site", Assert.IsType<WireMessage.Topic>(message).Name, StringComparison.Ordinal));
        Assert.Equal(9, Adapter.Messages(capture).Count);
        Assert.All(Adapter.Decode(capture), packet => Assert.True(packet.Valid, packet.Error));
    }

    [Fact]
    public void Decode_WhenBothWiresAndNoise_TellsEachStretchOnce()
    {
        byte[] capture = [1, 2, .. Bytes("sendscreen"), 0xFF, .. Bytes("http-loop"), .. Bytes("http-reply-ok"), (byte)'G', (byte)'E'];
        Assert.Equal(
            ["noise", "sendscreen", "noise", "GET /api/loop", "reply 200", "noise"], Adapter.Decode(capture).Select(packet => packet.Packet));
        Assert.Equal(capture.Length, Adapter.Decode(capture).Sum(packet => packet.Length));
    }

    [Fact]
    public void Decode_WhenThePayloadIsNoJson_SaysSo()
    {
        var packet = Assert.Single(Adapter.Decode(Signage.Protocols.Wire.Mqtt.MqttCodec.Bytes(new Signage.Protocols.Wire.Mqtt.MqttPublish("a/custom/x", "{\u001b[2J"u8.ToArray()))));
        Assert.False(packet.Valid);
        Assert.DoesNotContain('\u001b', packet.Fields[^1].Value);
    }

    private static Core.Shows.Show FourCorners => Show("x", [Page(PixelFrame.Create(Face.Size, Face.Layout, 0, static (cells, _) =>
    {
        cells[0] = 255;
        cells[(31 * 3) + 1] = 255;
        cells[(224 * 3) + 2] = 255;
        cells.Slice(255 * 3, 3).Fill(255);
    }), 20)]);

    private static byte[] Bytes(string vector) => ByteVector.Named("awtrix3", vector).Bytes;

    private static string Hex(string vector) => Convert.ToHexString(Bytes(vector));

    private static string Settings(string json) =>
        Convert.ToHexString(Signage.Protocols.Wire.Mqtt.MqttCodec.Bytes(new Signage.Protocols.Wire.Mqtt.MqttPublish("awtrix/settings", Encoding.UTF8.GetBytes(json))));

    private static string[] Encode(DeviceProfile profile, PanelCommand command, params (string Name, string Value)[] options) =>
        [.. Adapter.Encode(command, profile, Face, options.ToDictionary(option => option.Name, option => option.Value)).Select(Convert.ToHexString)];

    private static string[] Names(DeviceProfile profile, PanelCommand command, params (string Name, string Value)[] options) =>
        [.. Encode(profile, command, options).SelectMany(packet => Adapter.Decode(Convert.FromHexString(packet))).Select(packet => packet.Packet)];
}
