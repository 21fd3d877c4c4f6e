using System.Text;
using CsCheck;
using Signage.Renderer.Boards.Typefaces;
using Signage.Renderer.Tests.Fonts;
using SkiaSharp;

namespace Signage.Renderer.Tests.Boards;

/// <summary>Fonts cut down to the characters of a board, opened by the drawing library like any other font.</summary>
public sealed class FontSubsetTests
{
    public static TheoryData<string> Files => ["LXGW WenKai", "Noto Serif SC Black", "Noto Sans SC Bold"];

    // The full font is read by the drawing library alone: nothing of our own reader is in it.
    [Theory]
    [MemberData(nameof(Files))]
    public void Make_WhenAnyCharacters_HasTheOutlinesAndWidthsOfTheFullFont(string name)
    {
        var file = File(name);
        var font = new BoardFont(file);
        using var full = Full(file);
        using var whole = new SKFont(full, 100) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };
        var letters = $"{Gb2312.Hanzi()}ÄéçABCgjpqy0123456789，。！“”（）《》…";
        Gen.Int[0, letters.Length - 1].Array[1, 60].Sample(picks =>
        {
            Rune[] characters = [.. picks.Select(pick => new Rune(letters[pick])).Distinct().Where(character => font.Find(character) != 0)];
            using var data = SKData.CreateCopy(FontSubset.Make(font, characters));
            using var typeface = SKTypeface.FromData(data);
            using var cut = new SKFont(typeface, 100) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };
            for (var at = 0; at < characters.Length; at++)
            {
                Assert.Equal(at + 1, cut.GetGlyph(characters[at].Value));
                var glyph = whole.GetGlyph(characters[at].Value);
                using var expected = whole.GetGlyphPath(glyph);
                using var found = cut.GetGlyphPath((ushort)(at + 1));
                Assert.Equal(expected?.ToSvgPathData(), found?.ToSvgPathData());
                Assert.Equal(whole.GetGlyphWidths([glyph])[0], cut.GetGlyphWidths([(ushort)(at + 1)])[0], 0.01f);
                Assert.Equal(whole.GetGlyphWidths([glyph])[0] * 10, font.Advance(characters[at]), 0.6f);
            }
        }, iter: 20, threads: 1);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Complaints_WhenAnyHanziOfGb2312OrSloganOfThePack_AreNone(string name)
    {
        var font = new BoardFont(File(name));
        Assert.Empty(font.Complaints(Gb2312.Hanzi()));
        Assert.All(Core.Programmes.CharityPack.Instance.Slogans, slogan => Assert.Empty(font.Complaints(slogan.Text)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void License_WhenAFontIsInside_IsInsideToo(string name)
    {
        var resource = $"{Path.GetFileNameWithoutExtension(File(name).Resource).Replace("-black", "", StringComparison.Ordinal).Replace("-bold", "", StringComparison.Ordinal)}-license.txt";
        using var stream = typeof(BoardFont).Assembly.GetManifestResourceStream(resource);
        using var reader = new StreamReader(stream!);
        Assert.Contains("SIL OPEN FONT LICENSE", reader.ReadToEnd(), StringComparison.OrdinalIgnoreCase);
    }

    private static BoardFontFile File(string name) =>
        new[] { BoardFontFile.WenKai, BoardFontFile.SerifBlack, BoardFontFile.SansBold }.Single(file => file.Name == name);

    private static SKTypeface Full(BoardFontFile file)
    {
        using var stream = typeof(BoardFont).Assembly.GetManifestResourceStream(file.Resource)!;
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }
}
