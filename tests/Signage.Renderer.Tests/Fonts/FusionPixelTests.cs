using System.Text;
using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Renderer.Fonts;
using Signage.Renderer.Tests.Golden;
using Signage.Renderer.Typesetting;
using SkiaSharp;

namespace Signage.Renderer.Tests.Fonts;

/// <summary>The font of low faces: the same pixels on every machine, nothing of a character outside its eight rows.</summary>
public sealed class FusionPixelTests : IDisposable
{
    private const int Room = 32;
    private readonly LedFont _font = new(FontFile.FusionPixel);

    [Theory]
    [InlineData(SKFontEdging.Alias, SKFontHinting.None)]
    [InlineData(SKFontEdging.Antialias, SKFontHinting.None)]
    [InlineData(SKFontEdging.Antialias, SKFontHinting.Full)]
    [InlineData(SKFontEdging.SubpixelAntialias, SKFontHinting.Slight)]
    public void Cells_WhenSkiaDrawsTheSameCharacter_AreItsPixelsWithoutGreyAndAllOfThem(SKFontEdging edging, SKFontHinting hinting)
    {
        using var stream = typeof(LedFont).Assembly.GetManifestResourceStream(FontFile.FusionPixel.Resource)!;
        using var data = SKData.Create(stream);
        using var typeface = SKTypeface.FromData(data);
        using var font = new SKFont(typeface, 8) { Edging = edging, Hinting = hinting };
        using var paint = new SKPaint { Color = SKColors.White, IsAntialias = edging != SKFontEdging.Alias };
        using var bitmap = new SKBitmap(new SKImageInfo(Room, Room, SKColorType.Bgra8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        Assert.All(Everything(), letter =>
        {
            canvas.Clear(SKColors.Black);
            canvas.DrawText(letter.ToString(), 8, 8 + 7, SKTextAlign.Left, font, paint);
            canvas.Flush();
            var cell = _font.Find(letter.Value)!;
            var pixels = bitmap.GetPixelSpan();
            for (var at = 0; at < Room * Room; at++)
            {
                var (x, y) = ((at % Room) - 8, (at / Room) - 8);
                var lit = y is >= 0 and < 8 && x >= 0 && x < cell.Width && (cell.Rows[y] & (0x8000 >> x)) != 0;
                var there = pixels.Slice((at / Room * bitmap.RowBytes) + (at % Room * 4), 3);
                Assert.True(there.IndexOfAnyExcept(lit ? (byte)255 : (byte)0) < 0, $"{letter} at {x}, {y}");
            }
        });
    }

    [Fact]
    public void Cells_WhenHanzi_AreEightByEight() => Assert.All(Everything().Where(letter => letter.Value is >= 0x4E00 and <= 0x9FA5), letter =>
    {
        var cell = _font.Find(letter.Value)!;
        Assert.Equal((8, 8), (cell.Width, cell.Rows.Length));
        Assert.All(cell.Rows, row => Assert.Equal(0, row & 0x00FF));
    });

    [Fact]
    public void Complaints_WhenAnySloganOfThePack_AreNoneAndEveryCharacterIsLit() => Assert.All(CharityPack.Instance.Slogans, slogan =>
    {
        Assert.Empty(_font.Complaints(slogan.Text));
        Assert.All(slogan.Text.EnumerateRunes().Zip(_font.Cells(slogan.Text)), pair => Assert.Equal(pair.First.Value != '　', pair.Second.Rows.Any(row => row != 0)));
    });

    [Fact]
    public void Complaints_WhenAnyHanziOfGb2312_AreNone() => Assert.Empty(_font.Complaints(Gb2312.Hanzi()));

    [Theory]
    [InlineData("Greek that only the larger font has", "善Ω", 2, "U+03A9")]
    [InlineData("emoji", "善😀", 2, "U+1F600")]
    [InlineData("Hangul filler", "善\u3164", 2, "U+3164")]
    [InlineData("braille without dots", "\u2800", 1, "U+2800")]
    public void Complaints_WhenNoTrueGlyph_NameCodePointPositionAndFont(string what, string text, int position, string code)
    {
        var complaint = Assert.Single(_font.Complaints(text));
        Assert.True(
            complaint.Contains(code, StringComparison.Ordinal) && complaint.Contains($"第 {position} 个", StringComparison.Ordinal) && complaint.Contains("Fusion Pixel 8px", StringComparison.Ordinal),
            $"{what}: {complaint}");
    }

    [Fact]
    public void Find_WhenThisFontHasACharacter_UnifontHasItToo()
    {
        using var usual = new LedFont(FontFile.Unifont);
        Assert.DoesNotContain(Enumerable.Range(0, 0x10000), code => _font.Find(code) is not null && usual.Find(code) is null);
    }

    [Theory]
    [InlineData(8, "Fusion Pixel 8px")]
    [InlineData(15, "Fusion Pixel 8px")]
    [InlineData(16, "Unifont")]
    [InlineData(192, "Unifont")]
    public void For_WhenRows_IsTheFontThatHasRoom(int rows, string name)
    {
        using var fonts = new LedFonts();
        Assert.Equal(name, fonts.For(rows).File.Name);
    }

    [Fact]
    public void Paint_WhenEightRows_DrawsCharityWhole() => GoldenText.AssertSame(
        "fusion-pixel-charity",
        TextPainter.Paint([_font.Cells("慈善")], 8, new PixelSize(16, 8), PixelLayout.Mono, LedColour.Red, fromLeft: true).ToString());

    public void Dispose() => _font.Dispose();

    /// <summary>All of ASCII that is printed, the hanzi of GB 2312, and the marks of LED texts.</summary>
    private static Rune[] Everything() =>
        [.. $"{string.Concat(Enumerable.Range('!', 94).Select(code => (char)code))}{Gb2312.Hanzi()}，。、！？；：…—“”‘’（）《》「」『』【】·".EnumerateRunes()];
}
