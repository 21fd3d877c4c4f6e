using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Colorlight;

namespace Signage.Protocols.Tests.Vendors.Colorlight;

/// <summary>What a profile may say, which faces can be driven, and which fields can be set.</summary>
public sealed class PlayerProfileTests
{
    private static readonly ColorlightAdapter Adapter = new();

    public static TheoryData<string, DeviceProfile> Wrong => new()
    {
        { "dialect: 'new' 不对", TestPlayers.C4 with { Dialect = "new" } },
        { "settings.password", TestPlayers.C4 with { Settings = new Dictionary<string, string> { ["password"] = "admin" } } },
        { "effects: Static 的编号 1 不对", TestPlayers.C4 with { Effects = [new EffectMapping(Effect.Static, 1, EffectFidelity.Exact)] } },
        { "effects: Blink 的编号 31 不对", TestPlayers.C4 with { Effects = [.. TestPlayers.C4.Effects, new EffectMapping(Effect.Blink, 31, EffectFidelity.Exact)] } },
        { "effects: 须有静止效果", TestPlayers.C4 with { Effects = [new EffectMapping(Effect.MoveLeft, 22, EffectFidelity.Exact)] } },
        { "speed.levels: 1500 微秒", TestPlayers.C4 with { Speed = new SpeedScale([new SpeedLevel(1, 1_500)], 1, EvidenceLevel.Unproven) } },
        { "brightness.max: 256 太大", TestPlayers.C4 with { Brightness = new BrightnessScale(0, 256) } },
        { "delivery:", TestPlayers.C4 with { Delivery = [DeliveryKind.Frames] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Validate_WhenSomethingIsWrong_SaysWhat(string complaint, DeviceProfile profile) =>
        Assert.StartsWith(complaint, Assert.Single(Adapter.Validate(profile)), StringComparison.Ordinal);

    [Fact]
    public void Validate_WhenAllIsWell_HasNoComplaint() =>
        Assert.All([TestPlayers.C4, TestPlayers.Newer, TestPlayers.Moving], profile => Assert.Empty(Adapter.Validate(profile)));

    [Theory]
    [InlineData("128x64xrgb", 0)]
    [InlineData("127x64xrgb", 1)]
    [InlineData("128x63x1", 1)]
    [InlineData("4096x1364xrgb", 0)]
    [InlineData("4096x1536xrgb", 1)]
    public void Complaints_WhenAFaceCannotBeDriven_SayWhy(string face, int complaints) =>
        Assert.Equal(complaints, Adapter.Complaints(TestPlayers.C4, PanelFace.Parse(face)).Count());

    [Theory]
    [InlineData("host=10.0.0.7:8989", "Host: 10.0.0.7:8989\r\n")]
    [InlineData("name=slogan", "POST /api/program/slogan.vsn HTTP/1.1")]
    [InlineData("boundary=abc", "boundary=abc\r\n")]
    [InlineData("mode=31", "\"inEffect\":{\"Type\":\"31\"")]
    [InlineData("effect-time=700", "\"Time\":\"700\"")]
    [InlineData("duration=10000", "\"Duration\":\"10000\"")]
    [InlineData("page-duration=9", "\"AppointDuration\":\"9\"")]
    [InlineData("loop-type=0", "\"LoopType\":\"0\"")]
    public void Encode_WhenAFieldIsSet_WritesIt(string option, string written) => Assert.Contains(
        written, System.Text.Encoding.Latin1.GetString(Encode(new PanelCommand.LoadPages(Show), option)[0]), StringComparison.Ordinal);

    [Theory]
    [InlineData("name=../etc", "name: '../etc' 不对")]
    [InlineData("name=seventeenletters1", "name:")]
    [InlineData("mode=49", "mode: '49' 不对")]
    [InlineData("duration=0", "duration: '0' 不对")]
    [InlineData("host=a b", "host:")]
    [InlineData("seq=1", "'seq' 不是这条命令的字段，有 host, name, boundary, mode, effect-time, duration, page-duration, loop-type")]
    public void Encode_WhenAFieldIsWrong_SaysWhat(string option, string complaint) => Assert.StartsWith(
        complaint, Assert.Throws<FormatException>(() => Encode(new PanelCommand.LoadPages(Show), option)).Message, StringComparison.Ordinal);

    [Fact]
    public void Encode_WhenTheCommandHasNoSuchField_RefusesIt() =>
        Assert.Contains("there are: host)", Assert.Throws<FormatException>(() => Encode(new PanelCommand.Ping(), "mode=1")).Message, StringComparison.Ordinal);

    private static Core.Shows.Show Show => TestPlayers.Show(ScriptedPlayer.Face, Core.Frames.PixelFrame.ParseRgb("RGBY\n...."));

    private static IReadOnlyList<byte[]> Encode(PanelCommand command, string option) => Adapter.Encode(
        command, TestPlayers.C4, ScriptedPlayer.Face, new Dictionary<string, string> { [option.Split('=', 2)[0]] = option.Split('=', 2)[1] });
}
