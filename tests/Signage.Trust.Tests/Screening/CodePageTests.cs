using System.Text;
using Signage.Trust.Screening;

namespace Signage.Trust.Tests.Screening;

/// <summary>B05: every ideograph to each character set that cards know, and back: equal or refused, never altered.</summary>
public sealed class CodePageTests
{
    private static readonly CodePageSigns[] Pages = [CodePageSigns.Gb2312, CodePageSigns.Gbk, CodePageSigns.Gb18030];

    // Blocks of ideographs in Unicode 16, extensions A to I and the compatibility ideographs among them.
    private static readonly (int First, int Last)[] Blocks =
        [(0x2E80, 0x2FDF), (0x3000, 0x303F), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2A6DF), (0x2A700, 0x2EE5D), (0x2F800, 0x2FA1F), (0x30000, 0x323AF)];

    [Fact]
    public void B05_Ideograph_WhenAny_IsEqualOnTheWayBackOrRefused()
    {
        var decoders = new Dictionary<string, Encoding>
        {
            ["GB2312"] = CodePagesEncodingProvider.Instance.GetEncoding(936)!,
            ["GBK"] = CodePagesEncodingProvider.Instance.GetEncoding(936)!,
            ["GB18030"] = CodePagesEncodingProvider.Instance.GetEncoding(54936)!,
        };
        foreach (var page in Pages)
        {
            foreach (var sign in Blocks.SelectMany(block => Enumerable.Range(block.First, block.Last - block.First + 1)).Select(code => new Rune(code)))
            {
                var bytes = page.Encode(sign);
                Assert.True(bytes is null || decoders[page.Name].GetString(bytes) == sign.ToString(), $"{page.Name} U+{sign.Value:X4}");
                Assert.NotEqual([(byte)'?'], bytes);
                Assert.Equal(bytes is null, page.Unshowable(sign.ToString()).Any());
            }
        }
    }

    // GB/T 2312-1980 has 6763 ideographs; GBK all 20,902 of Unicode 1.1; GB 18030 every code point.
    [Fact]
    public void B05_Sets_WhenCounted_AreWhole()
    {
        int Count(CodePageSigns page, int first, int last) => Enumerable.Range(first, last - first + 1).Count(code => page.Encode(new Rune(code)) is not null);
        Assert.Equal(6763, Count(CodePageSigns.Gb2312, 0x4E00, 0x9FFF));
        Assert.Equal(20_902, Count(CodePageSigns.Gbk, 0x4E00, 0x9FA5));
        Assert.Equal(0x2A6E0 - 0x20000, Count(CodePageSigns.Gb18030, 0x20000, 0x2A6DF));
    }

    [Theory]
    [InlineData("镕", false, true)]
    [InlineData("𠮷", false, false)]
    [InlineData("㐂", false, false)]
    [InlineData("€", false, false)]
    [InlineData("遂", true, true)]
    [InlineData("，", true, true)]
    public void T29_Name_WhenTheSetLacksIt_IsRefusedAndNeverAQuestionMark(string sign, bool inGb2312, bool inGbk)
    {
        Assert.Equal(inGb2312, !CodePageSigns.Gb2312.Unshowable(sign).Any());
        Assert.Equal(inGbk, !CodePageSigns.Gbk.Unshowable(sign).Any());
    }

    [Fact]
    public void Look_WhenAPanelLacksASign_RefusesItByPlace()
    {
        var report = new Screen([], []).Look("感谢𠮷先生", new ScreenContext { Panels = [CodePageSigns.Gb2312] });
        var finding = Assert.Single(report.Findings);
        Assert.Equal((FindingKind.NotShowable, FindingSeverity.Refused, new FindingPlace(2, 2, 2, 1)), (finding.Kind, finding.Severity, finding.Place));
        Assert.Contains("GB2312", finding.Why, StringComparison.Ordinal);
    }
}
