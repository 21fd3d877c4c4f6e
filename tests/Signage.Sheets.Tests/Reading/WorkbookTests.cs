using System.IO.Compression;
using System.Text;
using Signage.Sheets.Tests.Doubles;

namespace Signage.Sheets.Tests.Reading;

public sealed class WorkbookTests : IDisposable
{
    private readonly SheetFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""<c r="A1" t="s"><v>1</v></c>""", "爱心传万家")]
    [InlineData("""<c r="A1" t="s"><v>0</v></c>""", "帮困")]
    [InlineData("""<c r="A1" t="inlineStr"><is><r><t>慈</t></r><r><t xml:space="preserve">善 </t></r></is></c>""", "慈善 ")]
    [InlineData("""<c r="A1" t="str"><f>A2&amp;A3</f><v>上午8点</v></c>""", "上午8点")]
    [InlineData("""<c r="A1"><f>1+1</f><v>2</v></c>""", "2")]
    [InlineData("""<c r="A1"><v>1001</v></c>""", "1001")]
    [InlineData("""<c r="A1"><v>0.30000000000000004</v></c>""", "0.3")]
    [InlineData("""<c r="A1" s="1"><v>45174</v></c>""", "2023-09-05")]
    [InlineData("""<c r="A1" s="3"><v>45174</v></c>""", "2023-09-05")]
    [InlineData("""<c r="A1" s="4"><v>45174</v></c>""", "45174")]
    [InlineData("""<c r="A1" s="1"><v>1</v></c>""", "1900-01-01")]
    [InlineData("""<c r="A1" s="1"><v>59</v></c>""", "1900-02-28")]
    [InlineData("""<c r="A1" s="1"><v>61</v></c>""", "1900-03-01")]
    [InlineData("""<c r="A1" s="2"><v>0.33333333333333331</v></c>""", "08:00")]
    [InlineData("""<c r="A1" s="1"><v>45174.520833333336</v></c>""", "2023-09-05 12:30")]
    [InlineData("""<c r="A1" t="e"><v>#REF!</v></c>""", "#REF!")]
    [InlineData("""<c r="A1" t="d"><v>2023-09-05T00:00:00</v></c>""", "2023-09-05 00:00:00")]
    public void Cell_WhenOfAnyKind_IsWhatAPersonSees(string cell, string text)
    {
        var workbook = new RawWorkbook { Rows = $"<row r=\"1\">{cell}</row>", Shared = ["<t>帮困</t>", "<r><t>爱心</t></r><r><t>传万家</t></r><rPh sb=\"0\" eb=\"1\"><t>ai</t></rPh>"] };
        Assert.Equal(text, Assert.Single(Read(workbook).Rows).At(0));
    }

    [Fact]
    public void Day_WhenCountedFrom1904_IsTheSameDay()
    {
        var workbook = new RawWorkbook { Rows = """<row r="1"><c r="A1" s="1"><v>43712</v></c></row>""", Is1904 = true };
        Assert.Equal("2023-09-05", Read(workbook).Rows[0].At(0));
    }

    [Fact]
    public void Merged_WhenTextStandsInTheFirstCell_IsInEveryCellThatHasARow()
    {
        var workbook = new RawWorkbook
        {
            Rows = RawWorkbook.Row(1, "标题") + RawWorkbook.Row(3, "", "东门", "a") + RawWorkbook.Row(4, "", "", "b") + """<row r="5"><c r="A5" s="1"/></row>""",
            Merged = ["A1:C1", "B3:B5"],
        };
        var sheet = Read(workbook);
        Assert.Equal([(1, "标题|标题|标题"), (3, "|东门|a"), (4, "|东门|b")], sheet.Rows.Select(row => (row.Number, string.Join('|', row.Cells))));
    }

    [Fact]
    public void Sheets_WhenTheFirstIsHidden_AreReadFromTheFirstThatPeopleSee() =>
        Assert.Equal("a", Read(new RawWorkbook { Rows = RawWorkbook.Row(1, "a"), HasHiddenFirst = true }).Rows[0].At(0));

    [Fact]
    public void Cells_WithoutPlaces_StandOneAfterTheOther()
    {
        var sheet = Read(new RawWorkbook { Rows = "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>" });
        Assert.Equal([(1, "1||3"), (3, "4")], sheet.Rows.Select(row => (row.Number, string.Join('|', row.Cells))));
    }

    [Fact]
    public void Workbook_WhenItUnpacksToFarTooMuch_IsRefusedBeforeItIsHeld()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in Parts(new RawWorkbook { Rows = "?" }.Bytes()))
            {
                using var part = zip.CreateEntry(name).Open();
                var (before, after) = xml.Split('?') is [var first, var last] && name.EndsWith("sheet7.xml", StringComparison.Ordinal) ? (first, last) : (xml, "");
                part.Write(Encoding.UTF8.GetBytes(before));
                for (var i = 0; after.Length > 0 && i < 300; i++)
                {
                    part.Write(Encoding.UTF8.GetBytes(new string(' ', 1 << 20)));
                }

                part.Write(Encoding.UTF8.GetBytes(after));
            }
        }

        Assert.InRange(bytes.Length, 1, 1 << 20);
        Assert.Contains("256 MB", Refused(bytes.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Merged_WhenItCoversAllThereIsAgainAndAgain_IsRefused()
    {
        var workbook = new RawWorkbook { Rows = RawWorkbook.Row(1, "a"), Merged = [.. Enumerable.Repeat("A1:XFD200000", 20)] };
        Assert.Contains("合并", Refused(workbook.Bytes()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("D0CF11E0A1B11AE1", "密码")]
    [InlineData("504B0304", "不是完好")]
    [InlineData("7B7D", "不是完好")]
    public void File_WhenItIsNoWorkbook_SaysWhatToDo(string hex, string says) => Assert.Contains(says, Refused(Convert.FromHexString(hex)), StringComparison.Ordinal);

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"?1\"><v>7</v></c></row>")]
    [InlineData("<row r=\"1\"><c><v>x</v></c></row>")]
    [InlineData("<row r=\"1\">")]
    [InlineData("<!DOCTYPE x><row/>")]
    public void Workbook_WhenItIsBroken_IsRefused(string rows) => Assert.Contains("不是完好", Refused(new RawWorkbook { Rows = rows }.Bytes()), StringComparison.Ordinal);

    [Theory]
    [InlineData("<row r=\"200001\"><c><v>1</v></c></row>", "200000 行")]
    [InlineData("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>", "第 64 列")]
    public void Workbook_WhenItIsLargerThanItMayBe_IsRefused(string rows, string says) => Assert.Contains(says, Refused(new RawWorkbook { Rows = rows }.Bytes()), StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Xml)> Parts(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        foreach (var part in zip.Entries)
        {
            using var reader = new StreamReader(part.Open());
            yield return (part.FullName, reader.ReadToEnd());
        }
    }

    private Sheet Read(RawWorkbook workbook) => Sheet.ReadSlots(_folder.Write("t.xlsx", workbook.Bytes()));

    private string Refused(byte[] bytes) => Assert.Single(Assert.Throws<SheetException>(() => Sheet.ReadSlots(_folder.Write("t.xlsx", bytes))).Lines);
}
