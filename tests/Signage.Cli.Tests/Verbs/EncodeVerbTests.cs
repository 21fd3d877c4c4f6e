using System.Text;
using Signage.Cli.Tests.Doubles;

namespace Signage.Cli.Tests.Verbs;

public sealed class EncodeVerbTests : IDisposable
{
    private static readonly string[] Card = ["encode", "-p", "bench/one", "--face", "16x16x1"];

    private readonly BenchProgram _program = new();

    [Theory]
    [InlineData("ping", "Ping { }")]
    [InlineData("blank", "Blank { }")]
    [InlineData("status", "ReadStatus { }")]
    [InlineData("power on", "SetPower { On = True }")]
    [InlineData("power off", "SetPower { On = False }")]
    [InlineData("brightness 60", "SetBrightness { Percent = 60, AtMost = False }")]
    [InlineData("timer 22:00-06:00,12:00-13:00", "SetTimer { Timer = 12:00-13:00,22:00-06:00 }")]
    [InlineData("timer off", "SetTimer { Timer = off }")]
    [InlineData("clock 2026-11-23T16:42:13+08:00", "SetClock { Local = 11/23/2026 16:42:13 +08:00 }")]
    public async Task Encode_WhenGivenACommand_PrintsItsPacketInUpperCaseHex(string command, string spelled)
    {
        var ran = await _program.RunAsync([.. Card, .. command.Split(' ')]);

        Assert.Equal((0, Convert.ToHexString(Encoding.ASCII.GetBytes(spelled)) + "\n"), (ran.Code, ran.Out));
    }

    [Theory]
    [InlineData("after the command", "ping --seq 5 --area 2")]
    [InlineData("before the command", "--area 2 ping --seq 5")]
    [InlineData("joined by an equals sign", "ping --seq=5 --area=2")]
    public async Task Encode_WhenGivenFields_HandsThemToTheProtocol(string name, string words)
    {
        var ran = await _program.RunAsync([.. Card, .. words.Split(' ')]);

        Assert.Equal((name, Convert.ToHexString("area=2,seq=5"u8)), (name, ran.OutLines[1]));
    }

    [Theory]
    [InlineData("show 深耕大社区 -- --seq", "深耕大社区 --seq")]
    [InlineData("show -- --seq", "--seq")]
    [InlineData("--seq 5 show -- --seq", "--seq")]
    [InlineData("show Merry Christmas", "Merry Christmas")]
    public async Task Encode_WhenWordsStandBehindTwoDashes_TakesThemAsText(string words, string text)
    {
        await _program.RunAsync([.. Card, .. words.Split(' ')]);

        Assert.Equal(text, Assert.Single(_program.Drawing.Texts));
    }

    [Fact]
    public async Task Encode_WhenATextCannotBeSet_NamesNoProgramme()
    {
        var ran = await _program.RunAsync([.. Card, "show", "𠮷"]);

        Assert.Equal((1, "第 3 个字符 '𠮷' (U+20BB7): no glyph\n"), (ran.Code, ran.Error));
    }

    [Fact]
    public async Task Encode_WhenAskedForJson_ListsThePackets()
    {
        var ran = await _program.RunAsync([.. Card, "ping", "--json", "--seq", "1"]);

        Assert.Equal($$"""{"packets":["{{Convert.ToHexString("Ping { }"u8)}}","{{Convert.ToHexString("seq=1"u8)}}"]}""" + "\n", ran.Out);
    }

    public void Dispose() => _program.Dispose();
}
