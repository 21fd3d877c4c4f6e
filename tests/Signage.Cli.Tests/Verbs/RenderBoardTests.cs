using System.Text.Json;
using Signage.Cli.Tests.Doubles;

namespace Signage.Cli.Tests.Verbs;

/// <summary>Posters and boards from the command line, with the real fonts.</summary>
public sealed class RenderBoardTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-boards-");

    public static TheoryData<string, string[], string> Misused => new()
    {
        { "unknown size", ["--poster", "A9", "--out", "x.pdf"], "A3, A2, A1, 600x900" },
        { "unknown board", ["--board", "800x600", "--out", "x.png"], "1920x1080, 1080x1920, epaper" },
        { "unknown template", ["--poster", "A3", "--template", "花哨", "--out", "x.pdf"], "庄重 solemn" },
        { "poster and board", ["--poster", "A3", "--board", "epaper", "--out", "x.png"], "--poster, --board" },
        { "poster and face", ["--poster", "A3", "--face", "160x16x1", "--out", "x.png"], "--poster, --face" },
        { "poster and LEDs", ["--poster", "A3", "--led", "--out", "x.png"], "--poster, --led" },
        { "body of a panel", ["--face", "160x16x1", "--body", "好"], "--body" },
        { "neither panel nor board", [], "--face 160x16x1" },
        { "poster without a file", ["--poster", "A3"], ".pdf, .png" },
        { "poster as text", ["--poster", "A3", "--out", "x.txt"], ".pdf, .png" },
        { "screen as PDF", ["--board", "epaper", "--out", "x.pdf"], ".png" },
        { "link of another kind", ["--poster", "A3", "--link", "example.org", "--out", "x.pdf"], "https://" },
        { "day that is none", ["--poster", "A3", "--day", "2026-02-30", "--out", "x.pdf"], "2026-09-05" },
    };

    [Theory]
    [InlineData("A3", "solemn")]
    [InlineData("600x900", "简明")]
    public async Task Render_WhenAPoster_WritesAPdfAndSaysHowItWasSet(string size, string template)
    {
        var file = PathOf("poster.pdf");
        var ran = await RealProgram.RunAsync(
            "render", "慈善新时代，我们都是追梦人。", "--poster", size, "--template", template, "--body", "第一段。\n第二段。", "--body", "第三段。",
            "--link", "https://example.org/", "--place", "遂宁市", "--signer", "社区居委会", "--day", "2026-09-05", "--out", file, "--json");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var pdf = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-"u8, pdf.AsSpan(0, 5));
        using var answer = JsonDocument.Parse(Assert.Single(ran.OutLines));
        var facts = answer.RootElement;
        Assert.Equal(("board", size, "mm"), (facts.GetProperty("layout").GetString(), facts.GetProperty("size").GetString(), facts.GetProperty("unit").GetString()));
        Assert.Equal("慈善新时代，我们都是追梦人。", string.Concat(facts.GetProperty("lines").EnumerateArray().Select(line => line.GetString())));
        Assert.Equal(3, facts.GetProperty("bodyLines").GetArrayLength());
        Assert.True(facts.GetProperty("qrSide").GetDouble() >= 25);
        Assert.Equal(new FileInfo(file).Length, facts.GetProperty("bytes").GetInt64());
    }

    [Fact]
    public async Task Render_WhenABoard_WritesAPngAndOneLine()
    {
        var file = PathOf("board.png");
        var ran = await RealProgram.RunAsync("render", "携手做慈善，传播真善美。", "--board", "epaper", "--template", "清雅", "--out", file);
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("epaper", Assert.Single(ran.OutLines), StringComparison.Ordinal);
        var png = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal("PNG"u8, png.AsSpan(1, 3));
    }

    [Fact]
    public async Task Render_WhenACharacterHasNoGlyph_NamesItAndWritesNothing()
    {
        var file = PathOf("never.pdf");
        var ran = await RealProgram.RunAsync("render", "慈善\U0001F600", "--poster", "A3", "--out", file);
        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains("U+1F600", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Theory]
    [MemberData(nameof(Misused))]
    public async Task Render_WhenOptionsMakeNoSense_IsBadUsageThatSaysWhatWould(string what, string[] words, string part)
    {
        var ran = await RealProgram.RunAsync(["render", "慈善", .. words]);
        Assert.Equal((2, ""), (ran.Code, ran.Out));
        Assert.True(Assert.Single(ran.ErrorLines).Contains(part, StringComparison.Ordinal), $"{what}: {ran.Error}");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
