using System.Text.Json.Nodes;
using Signage.Sheets.Slogans;
using Signage.Sheets.Tests.Doubles;

namespace Signage.Sheets.Tests.Slogans;

public sealed class SloganTableTests : IDisposable
{
    private readonly SheetFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("编号,标语\nwarm-1,\"邻里守望，温暖你我。\"\n,爱心传万家\n")]
    [InlineData("2023年标语\n内容,序号,编号\n\"邻里守望，温暖你我。\",1,warm-1\n爱心传万家,2,\n")]
    public void Table_WithIdsAndWithout_IsReadInAnyOrder(string text) => Assert.Equal(
        [("warm-1", "邻里守望，温暖你我。"), (null, "爱心传万家")], SloganTable.Read(_folder.Write("t.csv", text)).Slogans.Select(slogan => (slogan.Id, slogan.Text)));

    [Fact]
    public void Read_WhenThereIsAToneColumn_TellsItInEnglishAndKeepsItThroughAnExport()
    {
        var lines = SloganTable.Read(_folder.Write("tones.csv", "标语,基调\n团圆过年,喜庆\n铭记历史,肃穆\n邻里守望,\n")).Slogans;
        Assert.Equal([("团圆过年", "joyful"), ("铭记历史", "solemn"), ("邻里守望", null)], lines.Select(line => (line.Text, line.Tone)));
        var rows = SloganTable.Rows(lines.Select((line, at) => new System.Text.Json.Nodes.JsonObject { ["programme"] = $"s{at}", ["text"] = line.Text, ["tone"] = line.Tone ?? "plain" }));
        Assert.Equal(["编号 标语 基调", "s0 团圆过年 喜庆", "s1 铭记历史 肃穆", "s2 邻里守望 普通"], rows.Select(row => string.Join(' ', row)));
    }

    [Fact]
    public void Read_WhenAToneIsNone_NamesTheRowAndWhatToWrite()
    {
        var wrong = Assert.Throws<SheetException>(() => SloganTable.Read(_folder.Write("tones.csv", "标语,基调\n团圆过年,热闹\n")));
        Assert.Contains("热闹", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("普通 喜庆 肃穆", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_OfWordsAlone_IsOne() => Assert.Equal(
        [new SloganLine(2, "爱心传万家", null), new SloganLine(4, "帮困助学", null)], SloganTable.Read(_folder.Write("t.csv", "标语\n爱心传万家\n\n帮困助学\n")).Slogans);

    [Theory]
    [InlineData("编号,标语\nwarm-1,\n", "第 2 行“标语”列")]
    [InlineData("编号\nwarm-1\n", "找不到表头")]
    public void Table_WhenItCannotBeTaken_SaysWhy(string text, string says) =>
        Assert.Contains(says, Assert.Throws<SheetException>(() => SloganTable.Read(_folder.Write("t.csv", text))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("t.csv")]
    [InlineData("t.xlsx")]
    public void Slogans_WhenWrittenAndReadAgain_AreTheSame(string name)
    {
        JsonObject[] told = [new() { ["programme"] = "warm-1", ["text"] = "=1+1，\"好\"" }, new() { ["programme"] = "b", ["text"] = "𠮷祥\n如意" }];
        Sheet.Write(_folder.In(name), SloganTable.Rows(told));
        Assert.Equal([("warm-1", "=1+1，\"好\""), ("b", "𠮷祥\n如意")], SloganTable.Read(_folder.In(name)).Slogans.Select(slogan => (slogan.Id, slogan.Text)));
    }
}
