using Signage.Trust.Screening.Lists;

namespace Signage.Trust.Tests.Screening;

public sealed class WordListReaderTests
{
    private const string Head = "\"id\": \"own\", \"version\": \"1\", \"date\": \"2026-01-01\", \"kind\": \"forbidden\", \"title\": \"自有\"";

    [Fact]
    public void Read_WhenTheFileIsGood_GivesTheList()
    {
        var reading = WordListReader.Read("own.json", $$"""
            { {{Head}}, "entries": [
              { "word": "赌博", "pinyin": "du3 bo2", "also": ["博彩"], "except": ["禁止赌博"], "note": "示例", "suggestion": "" },
              { "word": "代开发票" } ] }
            """);
        Assert.Empty(reading.Faults);
        Assert.Equal(("own", "1", WordListKind.Forbidden, 2), (reading.List!.Id, reading.List.Version, reading.List.Kind, reading.List.Entries.Count));
        Assert.Equal(["博彩"], reading.List.Entries[0].Also);
        Assert.Null(reading.List.Entries[1].Suggestion);
    }

    [Theory]
    [InlineData("{ \"word\": \"代开发票\" },\n{ \"word\": \"代開發票\" }", 3, 2)]
    [InlineData("{ \"word\": \"赌\" }", 2, 1)]
    [InlineData("{ \"word\": \"赌\u200B博\" }", 2, 1)]
    [InlineData("{ \"word\": \"赌博\", \"also\": [\"e\\u0301e\\u0301\"] }", 2, 1)]
    [InlineData("{ \"word\": \"赌博\", \"pinyin\": \"du3\" }", 2, 1)]
    [InlineData("{ \"word\": \"赌博\", \"pinyin\": \"du3 bo2\\n\" }", 2, 1)]
    [InlineData("{ \"word\": \"赌博\", \"except\": [\"禁止\"] }", 2, 1)]
    [InlineData("{ \"word\": \"赌博\", \"except\": [null] }", 2, 1)]
    [InlineData("{ \"word\": \"代开发票\" },\nnull", 3, 2)]
    [InlineData("{ \"word\": \"代开发票\" },\n{ \"words\": \"赌博\" }", 3, 2)]
    [InlineData("{ \"word\": \"代开发票\" },\n\n{ }", 4, 2)]
    [InlineData("{ \"word\": \"代开发票\" },\n{ \"word\": 5 }", 3, 2)]
    [InlineData("{ \"word\": \"代开发票\", \"word\": \"赌博\" }", 2, 1)]
    public void Read_WhenAnEntryIsWrong_NamesFileLineAndEntry(string entries, int line, int entry)
    {
        var reading = WordListReader.Read("own.json", $"{{ {Head}, \"entries\": [\n{entries}\n] }}");
        Assert.Null(reading.List);
        var fault = Assert.Single(reading.Faults);
        Assert.Equal(("own.json", line, entry), (fault.File, fault.Line, fault.Entry));
        Assert.StartsWith($"own.json:{line}: ", fault.ToString(), StringComparison.Ordinal);
        Assert.Matches("[\u4E00-\u9FFF]", fault.Why);
    }

    [Theory]
    [InlineData("\"id\": \"own\"", "\"id\": \"Own\\n\"")]
    [InlineData("\"version\": \"1\"", "\"version\": \"\"")]
    [InlineData("2026-01-01", "2026-13-01")]
    [InlineData("forbidden", "bad")]
    [InlineData("\"title\": \"自有\"", "\"title\": null")]
    [InlineData("\"title\": \"自有\"", "\"title\": \"自\u202E有\"")]
    [InlineData("\"id\": \"own\",", "")]
    public void Read_WhenTheHeadIsWrong_SaysWhy(string right, string wrong)
    {
        var reading = WordListReader.Read("own.json", $"{{ {Head.Replace(right, wrong, StringComparison.Ordinal)}, \"entries\": [ {{ \"word\": \"赌博\" }} ] }}");
        Assert.Null(reading.List);
        Assert.Matches("[\u4E00-\u9FFF]", Assert.Single(reading.Faults).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{ \"id\": ")]
    public void Read_WhenItIsNoList_SaysSo(string json) => Assert.Single(WordListReader.Read("own.json", json).Faults);

    [Fact]
    public void Read_WhenThereAreSeveralFaults_TellsAll() => Assert.Equal(
        [2, 4], WordListReader.Read("own.json", $"{{ {Head}, \"entries\": [\n{{ \"word\": \"赌\" }},\n{{ \"word\": \"赌博\" }},\n{{ \"word\": \"赌博\" }}\n] }}").Faults.Select(fault => fault.Line));

    [Fact]
    public void Shipped_WhenRead_AreSmallAndSaySo() => Assert.All(ShippedLists.All, list => Assert.Contains("示例", list.Title, StringComparison.Ordinal));

    [Fact]
    public void Document_WhenItShowsAList_ShowsOneThatIsRead()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs/screening.md"));
        var example = page.Split("```jsonc\n")[1].Split("```")[0];
        Assert.Empty(WordListReader.Read("docs/screening.md", example).Faults);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Signage.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Signage.sln");
        }

        return folder;
    }
}
