using System.Globalization;
using Signage.Cli.Tests.Doubles;

namespace Signage.Cli.Tests.Composition;

public sealed class CommandLineTests : IDisposable
{
    private readonly BenchProgram _program = new();

    public static TheoryData<string, string[], string> BadUsage => new()
    {
        { "no verb", [], "signage --help" },
        { "unknown verb", ["bogus"], "bogus" },
        { "unknown option", ["plan", "--bogus"], "--bogus" },
        { "missing argument", ["render", "--face", "16x16x1"], "render" },
        { "missing face", ["render", "字"], "--face" },
        { "malformed face", ["render", "字", "--face", "16x1"], "160x16x1" },
        { "unknown effect", ["render", "字", "--face", "16x16x1", "--effect", "spin"], "blink" },
        { "malformed endpoint", ["show", "字", "-p", "bench/one", "--face", "16x16x1", "--panel", "nonsense"], "tcp://host:5005" },
        { "endpoint without host", ["show", "字", "-p", "bench/one", "--face", "16x16x1", "--panel", "tcp://"], "tcp://" },
        { "unknown verb near a known one", ["pln"], "did you mean plan" },
        { "mistyped option before what is missing", ["render", "字", "--fce", "16x16x1"], "不认识 '--fce', '16x16x1' (unrecognised); did you mean --face" },
        { "verb without its second word", ["profile"], "list, show, check" },
        { "option without a value", ["plan", "--days"], "--days N" },
        { "option given twice", ["plan", "--days", "1", "--days", "2"], "--days" },
        { "days in words", ["plan", "--days", "x"], "1 to 366" },
        { "days beyond any number", ["plan", "--days", "99999999999"], "99999999999" },
        { "data of an unset variable", ["plan", "--data", ""], "--data DIR" },
        { "import of an unset variable", ["run", "--import", ""], "--import FILE" },
        { "instant at the end of time", ["plan", "--at", "9999-12-31T00:00:00Z", "--days", "5"], "2999" },
        { "view port in words", ["sim", "bench/one", "--listen", "tcp://127.0.0.1:0", "--view", "x"], "65535" },
        { "stay in words", ["show", "字", "-p", "bench/one", "--face", "16x16x1", "--panel", "tcp://h:1", "--stay", "x"], "--stay" },
        { "stay of an unset variable", ["show", "字", "-p", "bench/one", "--face", "16x16x1", "--panel", "tcp://h:1", "--stay", ""], "--stay" },
        { "face beyond any picture", ["render", "字", "--face", "99999x16x1"], "1 to 8192" },
        { "simulated panel on a link of cards", ["sim", "bench/one", "--listen", "serial:/dev/ttyUSB0"], "pty:?baud=57600" },
        { "timer that is none", ["encode", "-p", "bench/one", "--face", "16x16x1", "timer", "22:00-22:00"], "22:00-22:00" },
        { "simulated clock that is too far off", ["sim", "bench/one", "--listen", "tcp://127.0.0.1:5005", "--clock-off", "-9000000"], "-8640000" },
        { "simulated panel on every interface", ["sim", "bench/one", "--listen", "tcp://0.0.0.0:5005"], "--allow-network" },
        { "simulated panel on another interface", ["sim", "bench/one", "--listen", "tcp://192.0.2.7:5005"], "--allow-network" },
        { "LEDs without a picture", ["render", "字", "--face", "16x16x1", "--led"], "--out" },
        { "LEDs in a text file", ["render", "字", "--face", "16x16x1", "--led", "--out", "x.txt"], ".png" },
        { "picture of an unknown kind", ["render", "字", "--face", "16x16x1", "--out", "x.jpg"], "x.jpg" },
        { "glass that is no picture", ["decode", "-p", "bench/one", "--face", "16x16x1", "--png", "x.jpg", "no.hex"], ".png" },
        { "glass without a face", ["decode", "-p", "bench/one", "--png", "x.png", "no.hex"], "--face" },
        { "no command", ["encode", "-p", "bench/one", "--face", "16x16x1", "dance"], "ping" },
        { "command without its operand", ["encode", "-p", "bench/one", "--face", "16x16x1", "power"], "power on|off" },
        { "text without words", ["encode", "-p", "bench/one", "--face", "16x16x1", "show"], "show TEXT" },
        { "keep where nothing is stored", ["encode", "-p", "bench/one", "--face", "16x16x1", "--keep", "ping"], "--keep" },
        { "effect where nothing moves", ["encode", "-p", "bench/one", "--face", "16x16x1", "--effect", "left", "ping"], "--effect" },
        { "brightness too high", ["encode", "-p", "bench/one", "--face", "16x16x1", "brightness", "101"], "101" },
        { "clock without offset", ["encode", "-p", "bench/one", "--face", "16x16x1", "clock", "2026-11-23T08:00:00"], "offset" },
        { "unknown field", ["encode", "-p", "bench/one", "--face", "16x16x1", "ping", "--colour", "red"], "seq and area" },
        { "field without value", ["encode", "-p", "bench/one", "--face", "16x16x1", "ping", "--seq"], "--seq" },
        { "blank of no panel", ["blank", "--panel", "East Gate"], "East Gate" },
        { "release without a code", ["resume", "--number", "1"], "--code" },
        { "release of a blank that is no number", ["resume", "--number", "one", "--code", "1"], "--number" },
        { "stay of nothing", ["show", "字", "-p", "bench/one", "--face", "16x16x1", "--panel", "tcp://h:1", "--stay", "0"], "--stay" },
        { "speed in words", ["show", "字", "-p", "bench/one", "--face", "16x16x1", "--panel", "tcp://h:1", "--speed", "fast"], "fast" },
        { "malformed instant", ["plan", "--at", "tomorrow"], "2026-11-23T16:42:13+08:00" },
        { "instant without offset", ["plan", "--at", "2026-11-23T08:00:00"], "offset" },
        { "view port too large", ["sim", "bench/one", "--listen", "tcp://127.0.0.1:0", "--view", "70000"], "65535" },
        { "panel id with blanks", ["panel", "add", "East Gate", "-p", "bench/one", "--face", "16x16x1", "--panel", "tcp://h:1"], "East Gate" },
        { "time of day", ["slot", "add", "s", "--programme", "p", "--from", "8", "--until", "20:00"], "08:00" },
        { "day", ["slot", "add", "s", "--programme", "p", "--from", "08:00", "--until", "20:00", "--first-day", "1.2.26"], "2026-11-23" },
        { "priority", ["slot", "add", "s", "--programme", "p", "--from", "08:00", "--until", "20:00", "--priority", "high"], "urgent" },
    };

    public static TheoryData<string, string[], string> UserErrors => new()
    {
        { "unknown profile names near ones", ["profile", "show", "bench/on"], "bench/one" },
        { "unknown profile far from all", ["profile", "show", "xyzxyzxyzxyz"], "profile list" },
        { "no profile folder", ["profile", "list", "--profiles", "/nowhere/at/all"], "/nowhere/at/all" },
        { "face too wide", ["sim", "bench/one", "--listen", "tcp://127.0.0.1:0", "--face", "640x16x1"], "640" },
        { "face with too many pixels", ["sim", "bench/one", "--listen", "tcp://127.0.0.1:0", "--face", "320x64x1"], "20480" },
        { "face in a colour of others", ["sim", "bench/one", "--listen", "tcp://127.0.0.1:0", "--face", "160x16xrgb"], "colour rgb is not one of 1, 2" },
        { "busy port", ["sim", "bench/one", "--listen", "tcp://127.0.0.1:1"], "busy" },
        { "no plan of faults", ["sim", "bench/one", "--listen", "tcp://127.0.0.1:0", "--faults", "f.json"], "f.json" },
        { "character without glyph", ["render", "慈善𠮷", "--face", "160x16x1"], "U+20BB7" },
        { "no such speed", ["show", "字", "-p", "bench/one", "--face", "16x16x1", "--panel", "tcp://h:1", "--speed", "9"], "1 to 2" },
        { "picture that is missing", ["encode", "-p", "bench/one", "--face", "16x16x1", "picture", "no.png"], "no.png" },
        { "capture that is a folder", ["decode", "-p", "bench/one", Path.GetTempPath()], "folder" },
        { "kind of preview that is to come", ["render", "字", "--face", "160x16x1", "--out", "x.gif"], ".gif" },
        { "capture that is missing", ["decode", "-p", "bench/one", "no.hex"], "no.hex" },
        { "profile file that is missing", ["profile", "check", "no.json"], "no.json" },
    };

    public static TheoryData<string> Verbs =>
        ["profile", "profile list", "profile show", "profile check", "render", "encode", "decode", "sim", "show", "plan", "status",
         "site", "site init", "panel add", "panel list", "panel test", "panel base", "panel clock", "panel pattern", "slogan tone", "policy add", "slogan", "slogan add", "slogan import", "slogan list", "slot add", "slot list", "event", "event add", "event list", "event remove",
         "blank", "resume", "backup", "restore", "run", "demo"];

    [Theory]
    [MemberData(nameof(BadUsage))]
    public async Task RunAsync_WhenUsageIsBad_EndsWithTwoAndOneClearLine(string name, string[] words, string says)
    {
        var ran = await _program.RunAsync(words);

        Assert.Equal((name, 2, ""), (name, ran.Code, ran.Out));
        Assert.Contains(says, Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(UserErrors))]
    public async Task RunAsync_WhenThePersonErred_EndsWithOneAndOneClearLine(string name, string[] words, string says)
    {
        var ran = await _program.RunAsync(words);

        Assert.Equal((name, 1, ""), (name, ran.Code, ran.Out));
        var line = Assert.Single(ran.ErrorLines);
        Assert.Contains(says, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task RunAsync_WhenAskedForHelp_GivesAnExampleOfTheVerb(string verb)
    {
        var ran = await _program.RunAsync([.. verb.Split(' '), "--help"]);

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains($"示例 (Example):\n  signage {verb}", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WhenAskedForItsVersion_NamesIt()
    {
        var ran = await _program.RunAsync("--version");

        Assert.Equal(0, ran.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+", ran.Out);
    }

    [Fact]
    public async Task RunAsync_WhenSomethingUnexpectedHappens_NamesItsTypeInOneLine()
    {
        _program.Site.Answer = null!;

        var ran = await _program.RunAsync("plan", "--json");

        Assert.Equal(1, ran.Code);
        Assert.Contains("NullReferenceException", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WhenTheMachineSpeaksAnotherLanguage_SaysTheSame()
    {
        var here = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
            var chinese = await _program.RunAsync("render", "--bogus");
            CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            var plain = await _program.RunAsync("render", "--bogus");

            Assert.Equal(plain.Error, chinese.Error);
        }
        finally
        {
            CultureInfo.CurrentUICulture = here;
        }
    }

    [Fact]
    public async Task RunAsync_WhenNobodyReadsTheComplaint_StillEndsWithItsCode()
    {
        Assert.Equal(2, await _program.RunAsync(new ClosedWriter(), "plan", "--days", "x"));
        Assert.Equal(1, await _program.RunAsync(new ClosedWriter(), "profile", "show", "bench/on"));
    }

    [Fact]
    public async Task RunAsync_WhenAskedToBeVerbose_TellsWhereItHappened()
    {
        var ran = await _program.RunAsync("profile", "show", "bench/on", "--verbose");

        Assert.Contains("   at Signage.Cli", ran.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();
}
