using System.Text.Json.Nodes;
using Signage.Cli.Tests.Doubles;

namespace Signage.Cli.Tests.Verbs;

/// <summary>The files of offices on their way to a site and back.</summary>
public sealed class SheetVerbTests : IDisposable
{
    private readonly BenchProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task SlotImport_WhenTheFileIsRight_AsksForAllOfItAtOnceAndTellsWhatWasPassedOver()
    {
        var path = _program.Write("slots.csv", "2023年安排\n编号,节目,时段,联系人\na,charity-01,8点至20点,张三\n\nb,charity-02,全天,\n");
        _program.Site.Answer = (JsonObject)JsonNode.Parse("""{"ok":true,"added":2,"fit":2,"notes":["over"]}""")!;

        var ran = await _program.RunAsync("slot", "import", path);

        Assert.Equal((0, true), (ran.Code, ran.Out.Contains("已增加 2 条", StringComparison.Ordinal)));
        Assert.Equal(["联系人", "over"], ran.ErrorLines.Select(line => line.Split(": ")[^1]));
        Assert.Equal(
            """|{"verb":"slot.import","slots":[{"id":"a","programme":"charity-01","times":"08:00-20:00"},{"id":"b","programme":"charity-02"}]}""", Assert.Single(_program.Site.Asked));
    }

    [Fact]
    public async Task SlotImport_WhenItOnlyChecks_SaysSo()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse("""{"ok":true,"added":0,"fit":1,"notes":[]}""")!;
        var ran = await _program.RunAsync("slot", "import", _program.Write("slots.csv", "编号,节目\na,p\n"), "--check");
        Assert.Contains("可以增加 1 条", ran.Out, StringComparison.Ordinal);
        Assert.Equal("""|{"verb":"slot.import","check":true,"slots":[{"id":"a","programme":"p"}]}""", Assert.Single(_program.Site.Asked));
    }

    [Fact]
    public async Task SlotImport_WhenTheSiteRefusesOne_NamesItsRow()
    {
        var path = _program.Write("slots.csv", "标题\n编号,节目\na,p\n\nb,q\n");
        _program.Site.Refusal = "slots[1]: no programme q; slots[7]: odd";

        var ran = await _program.RunAsync("slot", "import", path);

        Assert.Equal((1, $"{path}: 第 5 行 (line 5): no programme q; slots[7]: odd\n"), (ran.Code, ran.Error));
    }

    [Theory]
    [InlineData("slots.csv", "编号,节目,开始日期\na,p,9月5日\nb,,\n", 2)]
    [InlineData("slots.csv", "a,b\n", 1)]
    [InlineData("slots.xlsx", "no workbook", 1)]
    [InlineData("slots.xls", "old", 1)]
    public async Task SlotImport_WhenTheFileIsWrong_SaysAllThatIsWrongAndAsksNothing(string name, string text, int lines)
    {
        var path = _program.Write(name, text);
        var ran = await _program.RunAsync("slot", "import", path);
        Assert.Equal((1, "", lines), (ran.Code, ran.Out, ran.ErrorLines.Length));
        Assert.All(ran.ErrorLines, line => Assert.StartsWith($"{path}: ", line, StringComparison.Ordinal));
        Assert.Empty(_program.Site.Asked);
    }

    [Theory]
    [InlineData("slots.csv")]
    [InlineData("slots.xlsx")]
    public async Task SlotExport_WhenImportedAgain_AsksForTheSameSlots(string name)
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse(
            """
            {"ok":true,"slots":["a","=b"],"details":[
              {"id":"a","programme":"charity-01","panels":["gate","hall"],"times":"06:30-08:15,sunset-15m-22:00","from":null,"until":null,"firstDay":"2026-09-05","lastDay":null,"days":"work & !day:春节-3","priority":"urgent"},
              {"id":"=b","programme":"","panels":[],"times":"00:00-24:00","from":"00:00:00","until":"00:00:00","firstDay":null,"lastDay":null,"days":null,"priority":"blank"}]}
            """)!;
        var path = _program.PathOf(name);

        var exported = await _program.RunAsync("slot", "export", path);
        await _program.RunAsync("slot", "import", path);

        Assert.Equal((0, $"已写入 {path}，2 条 (written; 2 entries)\n"), (exported.Code, exported.Out));
        Assert.Equal(
            """|{"verb":"slot.import","slots":[{"id":"a","programme":"charity-01","panels":["gate","hall"],"firstDay":"2026-09-05","times":"06:30-08:15,sunset-15m-22:00","days":"work & !day:春节-3","priority":"urgent"},{"id":"=b","priority":"blank"}]}""",
            _program.Site.Asked[^1]);
    }

    /// <summary>The bounds of an event are what keeps it from playing for ever.</summary>
    [Fact]
    public async Task SlotExport_OfAnEvent_KeepsTheBoundsOfEachPhase()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse(
            """
            {"ok":true,"slots":["e.before","e.during"],"details":[
              {"id":"e.before","programme":"p","panels":[],"times":"00:00-24:00","from":null,"until":null,"firstDay":null,"lastDay":null,"days":null,"priority":"community","tags":[],"share":1,"joins":false,"begins":"2026-10-11T00:00:00+08:00","ends":"2026-10-18T08:00:00+08:00"},
              {"id":"e.during","programme":"q","panels":[],"times":"00:00-24:00","from":null,"until":null,"firstDay":null,"lastDay":null,"days":null,"priority":"community","tags":[],"share":1,"joins":false,"begins":"2026-10-18T08:00:00+08:00","ends":"2026-10-18T18:00:00+08:00"}]}
            """)!;
        var path = _program.PathOf("slots.csv");

        await _program.RunAsync("slot", "export", path);
        await _program.RunAsync("slot", "import", path);

        var asked = JsonNode.Parse(_program.Site.Asked[^1].Split('|')[1])!["slots"]!.AsArray();
        Assert.Equal(
            ["e.before 2026-10-11T00:00:00+08:00 2026-10-18T08:00:00+08:00", "e.during 2026-10-18T08:00:00+08:00 2026-10-18T18:00:00+08:00"],
            asked.Select(slot => $"{slot!["id"]} {slot["begins"]} {slot["ends"]}"));
    }

    [Fact]
    public async Task SloganExport_WhenImportedAgain_AsksForTheSameWords()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse("""{"ok":true,"slogans":[{"programme":"warm-1","text":"邻里守望，“温暖”你我。","approvedBy":[]}]}""")!;
        var path = _program.PathOf("slogans.xlsx");

        await _program.RunAsync("slogan", "export", path);
        await _program.RunAsync("slogan", "import", path);

        Assert.Equal("""|{"verb":"slogan.add","slogans":[{"text":"邻里守望，“温暖”你我。","id":"warm-1"}],"approve":false}""", _program.Site.Asked[^1]);
    }

    [Fact]
    public async Task SloganImport_OfATable_NamesTheRowThatTheSiteRefuses()
    {
        var path = _program.Write("s.csv", "编号,标语\nwarm-1,爱心传万家\n\nwarm-2,好字\n");
        _program.Site.Refusal = "slogans[1] warm-2: no glyph";
        Assert.Equal($"{path}: 第 4 行 (line 4) warm-2: no glyph\n", (await _program.RunAsync("slogan", "import", path)).Error);
    }

    [Fact]
    public async Task Export_IntoAFileOfAnotherKind_IsRefusedAndWritesNothing()
    {
        var path = _program.PathOf("slots.txt");
        var ran = await _program.RunAsync("slot", "export", path);
        Assert.Equal((1, false), (ran.Code, File.Exists(path)));
    }

    [Fact]
    public async Task Plan_IntoACalendarFile_HasAnEventForEachStretchThatLightsWords()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse(
            """
            {"ok":true,"decisions":[
              {"panel":"gate","at":"2026-11-23T08:00:00+08:00","until":"2026-11-23T20:00:00+08:00","items":["charity-01 爱心，传万家","warm-1 没批的"],"unlit":["warm-1 没批的"],"why":["s (社区)"]},
              {"panel":"gate","at":"2026-11-23T20:00:00+08:00","until":"2026-11-24T08:00:00+08:00","items":[],"unlit":[],"why":[]},
              {"panel":"gate","at":"2026-11-24T08:00:00+08:00","until":null,"items":["charity-02 帮困"],"unlit":[],"why":["t"]},
              {"panel":"hall","at":"2026-11-23T08:00:00+08:00","until":null,"items":["warm-1 没批的"],"unlit":["warm-1 没批的"],"why":["t"]}]}
            """)!;
        var path = _program.PathOf("plan.ics");

        var ran = await _program.RunAsync("plan", "--days", "30", "--out", path);

        Assert.Equal((0, $"已写入 {path}，2 条 (written; 2 entries)\n"), (ran.Code, ran.Out));
        var lines = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.Equal(["UID:20261123T120000Z-gate@signage", "UID:open-gate@signage"], lines.Where(line => line.StartsWith("UID", StringComparison.Ordinal)));
        Assert.Equal(["SUMMARY:爱心，传万家", "SUMMARY:帮困"], lines.Where(line => line.StartsWith("SUMMARY", StringComparison.Ordinal)));
        Assert.Equal(["DTEND:20261123T120000Z", "DTEND:20261223T000000Z"], lines.Where(line => line.StartsWith("DTEND", StringComparison.Ordinal)));
        Assert.Contains("DESCRIPTION:原因 (why): s (社区)", lines);
    }

    [Fact]
    public async Task Plan_IntoAnotherFile_IsBadUsage() => Assert.Equal((2, 0), ((await _program.RunAsync("plan", "--out", _program.PathOf("plan.txt"))).Code, _program.Site.Asked.Count));
}
