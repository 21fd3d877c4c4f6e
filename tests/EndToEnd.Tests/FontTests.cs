using System.Text.Json.Nodes;
using Signage.Testing.Processes;

namespace EndToEnd.Tests;

/// <summary>Fonts of a user's own, by the real command in processes of its own.</summary>
public sealed class FontTests : IDisposable
{
    private const string Font = """
        STARTFONT 2.1
        FONT -signage-sample-medium-r-normal--12-120-75-75-p-100-iso10646-1
        SIZE 12 75 75
        FONTBOUNDINGBOX 8 12 0 -2
        STARTPROPERTIES 0
        ENDPROPERTIES
        CHARS 1
        STARTCHAR one
        ENCODING 19968
        DWIDTH 12 0
        BBX 8 2 2 3
        BITMAP
        FF
        81
        ENDCHAR
        ENDFONT

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("signage-fonts-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_WhenAFont_TellsItsFacesAndWhatItLacksByCodePoint()
    {
        var json = JsonNode.Parse(await AskAsync("font", "check", Put("one.bdf", Font), "--json"))!;
        Assert.Equal(("sample 12px", 12, "ISO10646-1", 1), ((string?)json["name"], (int?)json["rows"], (string?)json["charset"], (int?)json["characters"]));
        Assert.Equal((12, 15), ((int?)json["faces"]!["from"], (int?)json["faces"]!["to"]));
        var general = json["coverage"]!.AsArray().Single(part => (string?)part!["list"] == "general-1")!;
        Assert.Equal((3500, 1, 3499, "U+4E59"), ((int?)general["total"], (int?)general["lit"], general["missing"]!.AsArray().Count, (string?)general["missing"]![0]));
        Assert.Contains("U+0021 U+0022", await AskAsync("font", "check", Put("one.bdf", Font)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WhenAFolder_TellsItsFontsAndThoseOfTheProgram()
    {
        Put("one.bdf", Font);
        Put("two.bdf", Font);
        var json = JsonNode.Parse(await AskAsync("font", "list", "--fonts", _folder, "--json"))!;
        Assert.Equal(_folder, (string?)json["folder"]);
        Assert.Equal(
            [("one.bdf", true), ("two.bdf", false), ("", true), ("", true)],
            json["fonts"]!.AsArray().Select(font => ((string?)font!["file"] ?? "", font["faces"] is not null)));
        Assert.Contains("two.bdf", await AskAsync("font", "list", "--fonts", _folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WhenThereIsAMistake_EndsWithOneLineThatNamesIt()
    {
        var file = Put("bad.bdf", Font.Replace("FF", "FG", StringComparison.Ordinal));
        var (code, _, complaints) = await RunAsync(null, "font", "check", file);
        var line = Assert.Single(complaints);
        Assert.True(code == 1 && line.StartsWith($"{file}：第 13 行：", StringComparison.Ordinal) && line.Contains("“FG”", StringComparison.Ordinal), line);
    }

    [Fact]
    public async Task Render_WhenTheSettingNamesAFolder_IsSetInTheFontOfTheFace()
    {
        Put("one.bdf", Font);
        var (code, answer, _) = await RunAsync(_folder, "render", "一", "--face", "16x12x1", "--json");
        Assert.Equal((0, "sample 12px", 12), (code, (string?)JsonNode.Parse(answer)!["font"], (int?)JsonNode.Parse(answer)!["size"]));
        var (_, picture, _) = await RunAsync(_folder, "render", "一", "--face", "16x12x1");
        Assert.Equal(["....########....", "....#......#...."], picture.Split('\n').Where(row => row.Contains('#', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Render_WhenAFontOfTheFolderIsWrong_IsRefused()
    {
        Put("bad.bdf", "STARTFONT 2.1\n");
        var (code, _, complaints) = await RunAsync(_folder, "render", "一", "--face", "16x12x1");
        Assert.True(code == 1 && Assert.Single(complaints).Contains("bad.bdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_WhenAFontOfTheFolderIsWrong_DoesNotStart()
    {
        Put("bad.bdf", "STARTFONT 2.1\n");
        var (code, _, complaints) = await RunAsync(_folder, "run", "--data", Path.Combine(_folder, "data"), "--port", "0", "--json");
        Assert.Equal(1, code);
        Assert.Contains(complaints, line => line.Contains("bad.bdf", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Put(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private async Task<string> AskAsync(params string[] words)
    {
        var (code, answer, complaints) = await RunAsync(null, words);
        Assert.True(code == 0, string.Join('\n', complaints));
        return answer;
    }

    private async Task<(int Code, string Answer, string[] Complaints)> RunAsync(string? fonts, params string[] words)
    {
        var environment = new Dictionary<string, string> { ["TMPDIR"] = _folder, ["XDG_RUNTIME_DIR"] = _folder };
        if (fonts is not null)
        {
            environment["Signage__Fonts"] = fonts;
        }

        await using var asked = SignageProcess.Start(environment, words);
        var (code, answer) = await asked.EndAsync(Token);
        return (code, answer, asked.Complaints.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
