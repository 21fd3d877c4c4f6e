using Signage.Core.Frames;
using Signage.Renderer.Previews;
using SkiaSharp;

namespace Signage.Renderer.Tests.Previews;

/// <summary>Panels side by side, with what must be known of them beside them.</summary>
public sealed class ContactSheetTests
{
    private static readonly SheetColumn[] Panels = [new("东门 gate", "serial 32x16x1"), new("大厅 hall", "tcp 16x16x1")];

    [Fact]
    public void Png_WhenATextMoves_IsMarkedBelowItsPanelAndNowhereElse()
    {
        using var moving = Sheet(moves: true);
        using var still = Sheet(moves: false);

        Assert.Equal(still.Width, moving.Width);
        Assert.Equal(0, Lit(still, Amber));
        Assert.True(Lit(moving, Amber) > 40);
    }

    [Fact]
    public void Png_WhenDrawn_HasEveryLabelWholeWithinItsEdges()
    {
        using var sheet = Sheet(moves: true);

        Assert.True(Lit(sheet, Grey) > 300, "names, facts and words are written");
        Assert.DoesNotContain(Enumerable.Range(0, sheet.Height), y => sheet.GetPixel(0, y) != SKColors.Black || sheet.GetPixel(sheet.Width - 1, y) != SKColors.Black);
        Assert.DoesNotContain(Enumerable.Range(0, sheet.Width), x => sheet.GetPixel(x, 0) != SKColors.Black || sheet.GetPixel(x, sheet.Height - 1) != SKColors.Black);
    }

    [Fact]
    public void Png_WhenALabelHasACharacterThatTheFontLacks_IsStillDrawn() =>
        Assert.NotEmpty(ContactSheet.Png([new("𪚥", "")], [new(1, "𪚥", [new(PixelFrame.Dark(new PixelSize(16, 16), PixelLayout.Mono), SheetRest.None)])]));

    private static SKBitmap Sheet(bool moves) => SKBitmap.Decode(ContactSheet.Png(
        Panels,
        [
            new(1, "深耕大社区，倡导行善举。发展慈善事业，构建和谐遂宁。", [Picture(32, moves), Picture(16, false)]),
        ]));

    private static SheetPicture Picture(int width, bool moves) => new(PixelFrame.Dark(new PixelSize(width, 16), PixelLayout.Mono), moves ? SheetRest.Moves : SheetRest.None);

    // Below the two lines of heading and right of the number, which is amber too.
    private static bool Amber(SKColor colour, int x) => x > 72 && colour is { Red: 255, Green: 190 };

    private static bool Grey(SKColor colour, int x) => x > 0 && colour.Red == colour.Blue && colour.Red is 210 or 140;

    private static int Lit(SKBitmap sheet, Func<SKColor, int, bool> wanted) =>
        Enumerable.Range(0, sheet.Height).Sum(y => Enumerable.Range(0, sheet.Width).Count(x => wanted(sheet.GetPixel(x, y), x)));
}
