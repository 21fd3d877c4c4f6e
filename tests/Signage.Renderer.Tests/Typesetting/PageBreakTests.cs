using Signage.Core.Frames;
using Signage.Renderer.Fonts;
using Signage.Renderer.Typesetting;

namespace Signage.Renderer.Tests.Typesetting;

/// <summary>Where a text is broken into pages and lines: pages parted by |, lines by /.</summary>
public sealed class PageBreakTests : IDisposable
{
    private readonly LedFonts _fonts = new();

    [Theory]
    [InlineData("at pauses, even pages", "32x8", "慈善新时代，我们都是追梦人。", "慈善新|时代，|我们都是|追梦人。")]
    [InlineData("short phrases share a page", "64x8", "学善法，行善举，擦亮慈善遂宁新名片。", "学善法，行善举，|擦亮慈善遂|宁新名片。")]
    [InlineData("a phrase is not parted to fill a page", "32x8", "善，行善积德。", "善，|行善|积德。")]
    [InlineData("marks at the end do not count", "32x8", "照亮自己。", "照亮|自己。")]
    [InlineData("the wide space at a break is dropped", "32x8", "十年慈善　光彩遂宁", "十年慈善|光彩遂宁")]
    [InlineData("the wide space within a line stays", "40x8", "善　行　扶贫济困", "善　行|扶贫济困")]
    [InlineData("a mark stays with its character", "32x8", "我们都是人！", "我们都|是人！")]
    [InlineData("two marks stay together", "24x8", "善行……", "善|行……")]
    [InlineData("an opening mark stays with the next character", "24x8", "慈善“遂宁”人", "慈善|“遂|宁”人")]
    [InlineData("a pause behind a closing mark", "40x8", "“慈善。”遂宁人人", "“慈善。”|遂宁人人")]
    [InlineData("words and numbers are not parted", "32x8", "共2026人次WiFi", "共2026|人次|WiFi")]
    [InlineData("but where no line has room for them", "16x8", "WiFi", "Wi|Fi")]
    [InlineData("a mark alone where there is no other way", "8x8", "善，行", "善|，|行")]
    [InlineData("lines within a page end at pauses", "64x32", "善行，扶贫济。乐善好施", "善行，/扶贫济。|乐善好施")]
    [InlineData("lines of one phrase are even", "64x32", "我们都是追梦人和有爱人士", "我们都/是追梦|人和有/爱人士")]
    public void Advise_WhenInPages_BreaksHere(string what, string face, string text, string expected)
    {
        var layout = Advise(face, text)!;
        var pages = string.Join('|', layout.Pages.Select(lines => string.Join('/', lines)));
        Assert.True(pages == expected, $"{what}: {pages}");
    }

    [Theory]
    [InlineData("four pages of large characters rather than one of small", "128x64", "怀有仁爱之心为慈、广行济困之举为善。", 32, 4)]
    [InlineData("five would be too many", "64x32", "我们人人慈善做善事", 16, 2)]
    [InlineData("the smallest, when every size needs more", "32x16", "我们人人慈善做善事", 16, 5)]
    public void Advise_WhenInPages_TakesThisSize(string what, string face, string text, int size, int pages)
    {
        var layout = Advise(face, text)!;
        Assert.True((layout.Size, layout.Pages.Count) == (size, pages), $"{what}: {layout.Size}, {layout.Pages.Count}");
    }

    [Fact]
    public void Advise_WhenTheSmallestSizeHasRoomForAllOnOnePage_CallsItLines()
    {
        var layout = Advise("96x48", "我们人人慈善做善事，携手共筑新时代")!;
        Assert.Equal((LayoutKind.Lines, 16), (layout.Kind, layout.Size));
        Assert.True(layout.Lines.Count > 2);
    }

    [Fact]
    public void Advise_WhenInPages_ExplainsEachSizeAndEachPage()
    {
        var reasons = Advise("32x16", "我们人人慈善做善事")!.Reasons;
        Assert.Contains(reasons, reason => reason.Contains("不能连续左移", StringComparison.Ordinal));
        Assert.Contains(reasons, reason => reason.Contains("16 点阵要分 5 页", StringComparison.Ordinal));
        Assert.Contains(reasons, reason => reason.StartsWith("第 5 页：事", StringComparison.Ordinal));
    }

    public void Dispose() => _fonts.Dispose();

    private TextLayout? Advise(string face, string text)
    {
        var sides = face.Split('x').Select(int.Parse).ToArray();
        return new FitAdvisor(_fonts.For(sides[1]), 4).Advise(text, new PixelSize(sides[0], sides[1]), TimeSpan.FromMilliseconds(20), StripUse.Never, out _);
    }
}
