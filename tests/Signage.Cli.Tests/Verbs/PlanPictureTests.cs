using System.Text.Json.Nodes;
using Signage.Cli.Tests.Doubles;
using Signage.Controller.Control;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Cli.Tests.Verbs;

/// <summary><c>signage plan --out</c> with a picture: what it asks a site for, and what it makes of the answer.</summary>
public sealed class PlanPictureTests : IDisposable
{
    private const string At = "2026-11-23T09:00:00+08:00";
    private static readonly PanelFace Face = PanelFace.Parse("8x2x1");
    private static readonly PixelFrame Picture = PixelFrame.ParseMono("#.#.#.#.\n.#.#.#.#");
    private readonly BenchProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("gate.png", "pages", "--panel gate ")]
    [InlineData("gate.GIF", "pages", "--panel gate ")]
    [InlineData("all.png", "glass", "")]
    public async Task Plan_IntoAPicture_AsksForItsFormAndWritesTheFile(string name, string form, string panel)
    {
        _program.Site.Answer = Answer(form);
        var ran = await _program.RunAsync([.. $"plan --at {At} {panel}--out {_program.PathOf(name)}".Split(' ')]);

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal($"已写入 {_program.PathOf(name)}，2026-11-23 09:00:00+08:00 的画面 (written; the pictures of 2026-11-23 09:00:00+08:00)\n东门播放 1 条\n", ran.Out);
        Assert.EndsWith($"\"show\":\"{form}\"}}", Assert.Single(_program.Site.Asked), StringComparison.Ordinal);
        var file = await File.ReadAllBytesAsync(_program.PathOf(name), TestContext.Current.CancellationToken);
        Assert.Equal(name.EndsWith(".GIF", StringComparison.Ordinal) ? (byte)'G' : (byte)0x89, file[0]);
    }

    [Fact]
    public async Task Plan_IntoAPng_DrawsThePagesThatCame()
    {
        _program.Site.Answer = Answer("pages");
        await _program.RunAsync("plan", "--at", At, "--panel", "gate", "--out", _program.PathOf("gate.png"));
        Assert.Equal(Picture, Assert.Single(_program.Drawing.Drawn));
    }

    [Theory]
    [InlineData(false, null, "东门：播 s1、s2")]
    [InlineData(true, null, "东门：不亮")]
    [InlineData(false, "s1: nobody approved", "东门：基础节目")]
    public async Task Plan_IntoASheet_SaysBesideEachPanelWhatPlays(bool isDark, string? refusal, string label)
    {
        _program.Site.Answer = Answer("glass", isDark ? PixelFrame.Dark(Face.Size, Face.Layout) : Picture, refusal);
        var ran = await _program.RunAsync("plan", "--at", At, "--out", _program.PathOf("all.png"));
        Assert.Equal(label, Assert.Single(_program.Drawing.Labels));
        Assert.Equal(refusal is null ? "" : $"gate: {refusal}\n", ran.Error);
    }

    [Fact]
    public async Task Plan_IntoAPictureForMachines_TellsFileAndDigestAndNoPixels()
    {
        _program.Site.Answer = Answer("pages");
        var ran = await _program.RunAsync("plan", "--at", At, "--panel", "gate", "--out", _program.PathOf("gate.png"), "--json");
        var told = JsonNode.Parse(Assert.Single(ran.OutLines))!;
        var row = Assert.Single(told["decisions"]!.AsArray())!;
        Assert.Equal((_program.PathOf("gate.png"), Digest(Picture), null), ((string?)told["file"], (string?)row["digest"], row["pages"]));
    }

    /// <summary>A picture that is not the one of its digest is not drawn: better none than a wrong one.</summary>
    [Fact]
    public async Task Plan_WhenThePagesAreNotThoseOfTheirDigest_DrawsNothing()
    {
        _program.Site.Answer = Answer("pages");
        _program.Site.Answer["decisions"]![0]!["digest"] = Digest(PixelFrame.Dark(Face.Size, Face.Layout));
        var ran = await _program.RunAsync("plan", "--at", At, "--panel", "gate", "--out", _program.PathOf("gate.png"));
        Assert.Equal((1, false), (ran.Code, File.Exists(_program.PathOf("gate.png"))));
    }

    [Fact]
    public async Task Plan_OfAPanelThatNothingCanBeSentTo_SaysWhy()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse("""{"ok":true,"decisions":[{"panel":"gate","digest":null,"refusal":"two on one line"}]}""")!;
        Assert.Equal((1, "two on one line\n"), await CodeAndErrorAsync("--panel", "gate", "--out", _program.PathOf("gate.png")));
        Assert.Equal((0, "gate: two on one line\n"), await CodeAndErrorAsync("--out", _program.PathOf("all.png")));
    }

    [Theory]
    [InlineData("gate.gif", "")]
    [InlineData("gate.gif", "--panel gate --days 2")]
    [InlineData("gate.png", "--days 2")]
    [InlineData("gate.jpg", "--panel gate")]
    [InlineData("gate", "--panel gate")]
    public async Task Plan_IntoAPictureThatThereIsNot_IsBadUsageAndAsksNothing(string name, string more)
    {
        var ran = await _program.RunAsync([.. $"plan --out {_program.PathOf(name)} {more}".Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal((2, 0), (ran.Code, _program.Site.Asked.Count));
    }

    private async Task<(int Code, string Error)> CodeAndErrorAsync(params string[] words)
    {
        var ran = await _program.RunAsync(["plan", "--at", At, .. words]);
        return (ran.Code, ran.Error);
    }

    private static JsonObject Answer(string form, PixelFrame? picture = null, string? refusal = null)
    {
        var page = new JsonObject
        {
            ["effect"] = "static",
            ["stepMicroseconds"] = 20_000,
            ["stayMilliseconds"] = 5_000,
            ["repeat"] = 1,
            ["width"] = 8,
            ["cells"] = Convert.ToBase64String(Picture.Cells.Span),
        };
        var answer = new JsonObject
        {
            ["ok"] = true,
            ["decisions"] = new JsonArray(new JsonObject
            {
                ["sentence"] = "东门播放 1 条",
                ["panel"] = "gate",
                ["name"] = "东门",
                ["at"] = "2026-11-23T09:00:00+08:00",
                ["why"] = new JsonArray("s1", "s2"),
                ["digest"] = Digest(Picture),
                ["refusal"] = refusal,
                ["rest"] = "none",
                [form] = form == "glass" ? ShowForm.Write(picture ?? Picture, Face) : new JsonObject { ["face"] = Face.ToString(), ["pages"] = new JsonArray(page) },
            }),
        };

        // Written and read, as over the socket.
        return (JsonObject)JsonNode.Parse(answer.ToJsonString())!;
    }

    private static string Digest(PixelFrame picture) => ShowDigest.Of([new Page(picture, Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(5))]).Hex;
}
