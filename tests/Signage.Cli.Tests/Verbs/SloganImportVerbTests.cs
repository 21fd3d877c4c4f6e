using Signage.Cli.Tests.Doubles;

namespace Signage.Cli.Tests.Verbs;

/// <summary>Files of slogans, from the command line to what the site is asked.</summary>
public sealed class SloganImportVerbTests : IDisposable
{
    private readonly BenchProgram _program = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-slogans-").FullName;

    [Theory]
    [InlineData("slogans.txt", "# 本社区\n爱心传万家\n\n帮困助学\n", """[{"text":"爱心传万家"},{"text":"帮困助学"}]""")]
    [InlineData("slogans.txt", "\uFEFF爱心传万家\r\n帮困助学", """[{"text":"爱心传万家"},{"text":"帮困助学"}]""")]
    [InlineData("slogans.json", """{"slogans":[{"id":"warm-1","text":"爱心传万家"}]}""", """[{"id":"warm-1","text":"爱心传万家"}]""")]
    public async Task SloganImport_WhenTheFileIsRight_AsksForAllOfItAtOnce(string name, string text, string slogans)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);

        Assert.Equal(0, (await _program.RunAsync("slogan", "import", path)).Code);

        Assert.Equal($$"""|{"verb":"slogan.add","slogans":{{slogans}},"approve":false}""", Assert.Single(_program.Site.Asked));
    }

    [Theory]
    [InlineData("s.txt", "# 本社区\n爱心传万家\n\n好𪚥字\n", "s.txt: 第 4 行 (line 4) slogan-1: no glyph; slogans[7]: odd\n")]
    [InlineData("s.json", """{"slogans":[{"text":"爱心传万家"},{"text":"好𪚥字"}]}""", "slogans[1] slogan-1: no glyph; slogans[7]: odd\n")]
    public async Task SloganImport_WhenTheSiteRefusesOne_NamesItsLine(string name, string text, string says)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        _program.Site.Refusal = "slogans[1] slogan-1: no glyph; slogans[7]: odd";

        var (code, error) = await CodeAndErrorAsync("slogan", "import", path);

        Assert.Equal((1, says), (code, error.Replace($"{_folder}/", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SloganImport_WhenAFolderIsNamed_SaysThatItIsOne()
    {
        var (code, error) = await CodeAndErrorAsync("slogan", "import", _folder);
        Assert.Equal((1, true), (code, error.Contains("it is a folder", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("empty.txt", "# nothing\n", "没有标语")]
    [InlineData("gb.txt", null, "UTF-8")]
    [InlineData("list.json", "[]", "slogans")]
    [InlineData("broken.json", "{", "JSON")]
    public async Task SloganImport_WhenTheFileIsWrong_SaysSoInOneLineAndAsksNothing(string name, string? text, string says)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllBytesAsync(path, text is null ? [0xB0, 0xAE, 0xD0, 0xC4] : System.Text.Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

        var ran = await _program.RunAsync("slogan", "import", path);

        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains(says, Assert.Single(ran.Error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(_program.Site.Asked);
    }

    public void Dispose()
    {
        _program.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<(int Code, string Error)> CodeAndErrorAsync(params string[] words)
    {
        var ran = await _program.RunAsync(words);
        return (ran.Code, ran.Error);
    }
}
