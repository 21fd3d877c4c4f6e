using System.Text;
using Signage.Sheets.Tests.Doubles;

namespace Signage.Sheets.Tests.Reading;

public sealed class CsvTests : IDisposable
{
    private readonly SheetFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("编号,节目\r\na,charity-01\r\n")]
    [InlineData("编号;节目\na;charity-01")]
    [InlineData("编号\t节目\ra\tcharity-01")]
    [InlineData("编号，节目\r\na，charity-01\r\n")]
    [InlineData("\"编号\",\"节目\"\r\n\"a\",\"charity-01\"\r\n")]
    public void Rows_WithAnySeparatorAndLineEnd_AreTheSame(string text) => Assert.Equal([(1, "编号|节目"), (2, "a|charity-01")], Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Text_InGb18030_IsRead() =>

        // "编号,节目" and "a,邻里𪚥" in GB18030, the last letter in four bytes.
        Assert.Equal([(1, "编号|节目"), (2, "a|邻里𪚥")], Read(Convert.FromHexString("B1E0BAC52CBDDAC4BF0D0A612CC1DAC0EF9835EE370D0A")));

    [Fact]
    public void Text_WithAMarkInFront_IsReadWithoutIt()
    {
        Assert.Equal((1, "编号|节目"), Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("编号,节目\n")])[0]);
        Assert.Equal((1, "编号|节目"), Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("编号\t节目\n")])[0]);
    }

    [Fact]
    public void Field_WithQuotes_KeepsSeparatorsQuotesAndLineEndsAndCountsOneRow() =>
        Assert.Equal([(1, "编号|节目"), (2, "a,b|c\"d\r\ne"), (4, "f|5\" wide")], Read(Encoding.UTF8.GetBytes("编号,节目\r\n\"a,b\",\"c\"\"d\r\ne\"\r\n\r\nf,5\" wide\r\n")));

    [Theory]
    [InlineData("编号,节目\r\n'=1+1,''@x\r\n", "=1+1|'@x")]
    [InlineData("编号,节目\r\n'abc,'\r\n", "'abc|'")]
    public void Field_WhenProtectedFromBeingAFormula_ComesBackAsItWas(string text, string row) => Assert.Equal((2, row), Read(Encoding.UTF8.GetBytes(text))[1]);

    [Theory]
    [InlineData("编号,节目\r\n\"a,charity-01\r\nb,charity-02\r\n", "第 2 行")]
    [InlineData("编号,节目\r\na,\0\r\n", "GB18030")]
    public void Text_WhenItCannotBeTaken_IsRefused(string text, string says) => Assert.Contains(says, Refused(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    [Fact]
    public void Text_InNoEncoding_IsRefused() => Assert.Contains("GB18030", Refused([0x61, 0xFF, 0xFF, 0x62]), StringComparison.Ordinal);

    [Fact]
    public void Line_OfSeparatorsAlone_IsEmptyHoweverLongItIs() => Assert.Single(Read(Encoding.UTF8.GetBytes("编号,节目\r\n" + new string(',', 5_000_000))));

    [Fact]
    public void Cell_WhenItIsTooLong_IsNamed() => Assert.Contains("第 2 行第 2 列", Refused(Encoding.UTF8.GetBytes($"编号,节目\r\na,{new string('x', 4001)}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("t.xls", "另存为")]
    [InlineData("t.txt", "另存为")]
    public void File_OfAnotherKind_IsRefused(string name, string says) =>
        Assert.Contains(says, Assert.Throws<SheetException>(() => Sheet.ReadSlots(_folder.Write(name, "编号,节目"))).Message, StringComparison.Ordinal);

    private (int Number, string Row)[] Read(byte[] bytes) => [.. Sheet.ReadSlots(_folder.Write("t.csv", bytes)).Rows.Select(row => (row.Number, string.Join('|', row.Cells)))];

    private string Refused(byte[] bytes) => Assert.Single(Assert.Throws<SheetException>(() => Sheet.ReadSlots(_folder.Write("t.csv", bytes))).Lines);
}
