using Signage.Core.Programmes;
using Signage.Renderer.Fonts;

namespace Signage.Renderer.Tests.Fonts;

/// <summary>What the font lights and what it refuses.</summary>
public sealed class LedFontTests : IDisposable
{
    private readonly LedFont _font = new(FontFile.Unifont);

    [Theory]
    [InlineData("variation selector", "❤\uFE0F", 2, "U+FE0F")]
    [InlineData("combining grapheme joiner", "a\u034F", 2, "U+034F")]
    [InlineData("mark without a letter of its own", "q\u0301", 2, "U+0301")]
    [InlineData("Hangul filler", "善\u3164", 2, "U+3164")]
    [InlineData("zero-width joiner", "慈\u200D善", 2, "U+200D")]
    [InlineData("no-break space", "a\u00A0b", 2, "U+00A0")]
    [InlineData("em space", "慈\u2003善", 2, "U+2003")]
    [InlineData("tab", "a\tb", 2, "U+0009")]
    [InlineData("line feed", "a\nb", 2, "U+000A")]
    [InlineData("private use", "\uE000", 1, "U+E000")]
    [InlineData("unassigned", "\u0378", 1, "U+0378")]
    [InlineData("replacement character", "慈\uFFFD", 2, "U+FFFD")]
    [InlineData("object replacement", "\uFFFC", 1, "U+FFFC")]
    [InlineData("hanzi outside the basic plane", "慈\U00020000", 2, "U+20000")]
    [InlineData("emoji behind another", "善😀", 2, "U+1F600")]
    public void Complaints_WhenNoTrueGlyph_NamesCodePointAndPosition(string what, string text, int position, string code)
    {
        var complaint = Assert.Single(_font.Complaints(text));
        Assert.True(complaint.Contains(code, StringComparison.Ordinal) && complaint.Contains($"第 {position} 个", StringComparison.Ordinal), $"{what}: {complaint}");
    }

    [Fact]
    public void Complaints_WhenHalfASurrogatePair_NamesIt() => Assert.Contains("U+D83D", Assert.Single(_font.Complaints("善" + (char)0xD83D)), StringComparison.Ordinal);

    [Fact]
    public void Complaints_WhenSeveralAreMissing_NamesEach() => Assert.Equal(2, _font.Complaints("\uE000善\uE001").Count);

    [Theory]
    [InlineData(" ", 8)]
    [InlineData("　", 16)]
    public void Cells_WhenSpace_AreDarkAndThisWide(string space, int width)
    {
        var cell = Assert.Single(_font.Cells(space));
        Assert.True(cell.Width == width && cell.Rows.All(row => row == 0));
    }

    [Fact]
    public void Complaints_WhenAnySloganOfThePack_AreNone() => Assert.All(CharityPack.Instance.Slogans, slogan => Assert.Empty(_font.Complaints(slogan.Text)));

    [Fact]
    public void Complaints_WhenAnyHanziOfGb2312_AreNone()
    {
        var hanzi = Gb2312.Hanzi();
        Assert.Equal(6763, hanzi.Length);
        Assert.Empty(_font.Complaints(hanzi));
    }

    public void Dispose() => _font.Dispose();
}
