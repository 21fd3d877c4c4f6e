using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Sheets.Slots;
using Signage.Sheets.Tests.Doubles;

namespace Signage.Sheets.Tests.Slots;

public sealed class SlotTableTests : IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly SheetFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Table_AsABureauSendsIt_IsReadWithItsRows()
    {
        var day = """<row r="4"><c r="A4" t="s"><v>0</v></c><c r="B4" t="inlineStr"><is><t>charity-01</t></is></c><c r="C4" s="1"><v>45174</v></c><c r="D4" s="3"><v>45178</v></c><c r="E4" t="inlineStr"><is><t>８：００－２０：００</t></is></c><c r="F4" t="inlineStr"><is><t>周一至周五</t></is></c><c r="G4" t="inlineStr"><is><t>gate-east、hall</t></is></c><c r="H4" t="inlineStr"><is><t>张三负责</t></is></c></row>""";
        var workbook = new RawWorkbook
        {
            Rows = RawWorkbook.Row(1, "2023年“中华慈善日”播放安排")
                + RawWorkbook.Row(3, "编号", "节目", "开始日期", "结束日期", "时段", "周期", "屏幕", "联系人", "备注")
                + day + RawWorkbook.Row(6, "s2", "charity-02", "2023.9.5", "", "全天", "", "全部", "", "不急")
                + RawWorkbook.Row(7, "编号", "节目", "开始日期", "结束日期", "时段", "周期", "屏幕", "联系人", "备注")
                + RawWorkbook.Row(8, "注：以上由办公室负责"),
            Merged = ["A1:I1", "A8:I8"],
            Shared = ["<t>s1</t>"],
        };
        var table = SlotTable.Read(_folder.Write("安排.xlsx", workbook.Bytes()));
        Assert.Equal(
            [
                (4, """{"id":"s1","programme":"charity-01","panels":["gate-east","hall"],"firstDay":"2023-09-05","lastDay":"2023-09-09","times":"08:00-20:00","days":"mon-fri"}"""),
                (6, """{"id":"s2","programme":"charity-02","panels":[],"firstDay":"2023-09-05"}"""),
            ],
            table.Slots.Select(slot => (slot.Row, slot.Members.ToJsonString(Readable))));
        Assert.Contains("联系人", Assert.Single(table.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_WithEveryMember_AreMapped()
    {
        var table = Csv("id,priority,programme,日期,开始时间,结束时间,标签,比重,并播\na,紧急,p,2023年9月5日-9月9日,上午8点,下午3点半,迎新 安全,3,是\nb,黑屏,,,,,,,\n");
        Assert.Equal(
            [
                """{"id":"a","programme":"p","firstDay":"2023-09-05","lastDay":"2023-09-09","priority":"urgent","tags":["迎新","安全"],"share":3,"joins":true,"times":"08:00-15:30"}""",
                """{"id":"b","priority":"blank"}""",
            ],
            table.Slots.Select(slot => slot.Members.ToJsonString(Readable)));
    }

    [Fact]
    public void Mistakes_WhenThereAreSeveral_AreAllNamedWithRowColumnAndText()
    {
        var refused = Assert.Throws<SheetException>(() => Csv("编号,节目,开始日期,结束日期,时段\na,p,9月5日,,8点\n,p,,,\na,,2023-9-9,2023-9-5,\n"));
        Assert.Equal(
            ["第 2 行“开始日期”列“9月5日”", "第 2 行“时段”列“8点”", "第 3 行“编号”列“”", "第 4 行“节目”列“”", "第 4 行“结束日期”列“2023-9-5”", "第 4 行“编号”列“a”"],
            refused.Lines.Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..line.IndexOf('：', StringComparison.Ordinal)]));
        Assert.All(refused.Lines, line => Assert.Matches("^[^\n]*t\\.csv: ", line));
    }

    /// <summary>A bound that is not read would let a slot play for ever, so it is a mistake like any other.</summary>
    [Fact]
    public void Bounds_WhenTheyAreWrong_AreNamedWithTheirRowAndTheForm()
    {
        var refused = Assert.Throws<SheetException>(() => Csv("编号,节目,起始时刻,截止时刻\na,p,2026-12-05 08:00,\nb,p,2026-12-05T08:00+08:00,2026-12-05T00:00:00+00:00\n"));
        Assert.Equal(2, refused.Lines.Count);
        Assert.Matches("第 2 行“起始时刻”列“2026-12-05 08:00”.*2026-12-05T08:00:00\\+08:00", refused.Lines[0]);
        Assert.Matches("第 3 行“截止时刻”列.*不晚于起始时刻 2026-12-05T08:00:00\\+08:00", refused.Lines[1]);
    }

    [Fact]
    public void Mistakes_WhenThereAreVeryMany_AreBounded()
    {
        var refused = Assert.Throws<SheetException>(() => Csv("编号,节目\n" + string.Concat(Enumerable.Range(0, 50).Select(row => $"s{row},\n"))));
        Assert.Equal((21, true), (refused.Lines.Count, refused.Lines[^1].Contains("30", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("名称,内容\na,b\n", "找不到表头")]
    [InlineData("编号\na\n", "找不到表头")]
    [InlineData("编号,节目,编号\na,b,c\n", "两列都是")]
    [InlineData("编号,节目\n", "没有内容")]
    [InlineData("编号,节目,日期,开始日期\na,b,,\n", "只能用一种")]
    [InlineData("编号,节目,时段,开始时间\na,b,,\n", "只能用一种")]
    [InlineData("编号,节目,开始时间,结束时间\na,b,8:00,\n", "要一起写")]
    public void Table_WhenItCannotBeUnderstood_SaysWhy(string text, string says) => Assert.Contains(says, Assert.Throws<SheetException>(() => Csv(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Headings_InTwoRows_AreReadFromTheSecond()
    {
        var workbook = new RawWorkbook
        {
            Rows = RawWorkbook.Row(1, "编号", "节目", "日期") + RawWorkbook.Row(2, "", "", "开始日期", "结束日期") + RawWorkbook.Row(3, "a", "p", "2023-9-5", "2023-9-9"),
            Merged = ["A1:A2", "B1:B2", "C1:D1"],
        };
        Assert.Equal("2023-09-09", (string?)Assert.Single(SlotTable.Read(_folder.Write("t.xlsx", workbook.Bytes())).Slots).Members["lastDay"]);
    }

    /// <summary>What a site tells of its slots, through a file of each kind, is what it is asked to add.</summary>
    [Theory]
    [InlineData("t.csv")]
    [InlineData("t.xlsx")]
    public void Slots_WhenWrittenAndReadAgain_AreTheSame(string name)
    {
        JsonObject[] told =
        [
            Told("""{"id":"-a","programme":"=p","panels":["gate-east","hall"],"times":"06:30-08:15,sunset-15m-22:00","from":null,"until":null,"firstDay":"2023-09-05","lastDay":"2023-09-09","days":"work & !day:春节-3","priority":"urgent"}"""),
            Told("""{"id":"'+b \"c\", d","programme":"p","panels":[],"times":"00:00-24:00","from":"00:00:00","until":"00:00:00","firstDay":null,"lastDay":null,"days":null,"priority":"base"}"""),
            Told("""{"id":"night","programme":"","panels":[],"times":"22:00-06:00","firstDay":null,"lastDay":null,"days":"mon-fri","priority":"blank"}"""),
            Told("""{"id":"n","programme":"p","panels":[],"times":"08:00-20:00","firstDay":null,"lastDay":null,"days":null,"priority":"community","tags":["迎新"],"share":3,"joins":false}"""),
            Told("""{"id":"重阳.during","programme":"p","panels":[],"times":"00:00-24:00","priority":"community","begins":"2026-10-18T08:00:00+08:00","ends":"2026-10-18T18:00:00+08:00"}"""),
            Told("""{"id":"open","programme":"p","panels":[],"times":"08:00-20:00","priority":"community","begins":null,"ends":"2026-12-05T08:00:30+08:00"}"""),
        ];
        Sheet.Write(_folder.In(name), SlotTable.Rows(told));
        Assert.Equal(
            [
                """{"id":"-a","programme":"=p","panels":["gate-east","hall"],"firstDay":"2023-09-05","lastDay":"2023-09-09","times":"06:30-08:15,sunset-15m-22:00","days":"work & !day:春节-3","priority":"urgent"}""",
                """{"id":"'+b \"c\", d","programme":"p","priority":"base"}""",
                """{"id":"night","times":"22:00-06:00","days":"mon-fri","priority":"blank"}""",
                """{"id":"n","programme":"p","times":"08:00-20:00","priority":"community","tags":["迎新"],"share":3,"joins":false}""",
                """{"id":"重阳.during","programme":"p","priority":"community","begins":"2026-10-18T08:00:00+08:00","ends":"2026-10-18T18:00:00+08:00"}""",
                """{"id":"open","programme":"p","times":"08:00-20:00","priority":"community","ends":"2026-12-05T08:00:30+08:00"}""",
            ],
            SlotTable.Read(_folder.In(name)).Slots.Select(slot => slot.Members.ToJsonString(Readable)));
    }

    [Fact]
    public void Csv_WhenWritten_OpensInExcelInChineseAndRunsNothing()
    {
        Sheet.Write(_folder.In("t.csv"), SlotTable.Rows([Told("""{"id":"=1+1","programme":"@p","panels":[],"times":"00:00-24:00","priority":"community"}""")]));
        var bytes = File.ReadAllBytes(_folder.In("t.csv"));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("编号,节目,屏幕,开始日期,结束日期,时段,日子,优先级,标签,比重,并播,起始时刻,截止时刻\r\n'=1+1,'@p,,,,全天,,社区,,,,,\r\n", System.Text.Encoding.UTF8.GetString(bytes[3..]));
    }

    private static JsonObject Told(string json) => (JsonObject)JsonNode.Parse(json)!;

    private SlotTable Csv(string text) => SlotTable.Read(_folder.Write("t.csv", text));
}
