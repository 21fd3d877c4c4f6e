using Signage.Core.Frames;
using Signage.Renderer.Previews;
using SkiaSharp;

namespace Signage.Renderer.Tests.Previews;

/// <summary>Dots on a dark board.</summary>
public sealed class LedDotsTests
{
    [Fact]
    public void Png_WhenOneDotIsLit_IsRedThereAndDarkBeside()
    {
        using var image = SKBitmap.Decode(LedDots.Png(PixelFrame.ParseMono("#."), pitch: 6));
        var (lit, dark) = (image.GetPixel(4 + 3, 4 + 3), image.GetPixel(4 + 9, 4 + 3));
        Assert.Equal((255, 0, 0), (lit.Red, lit.Green, lit.Blue));
        Assert.True(dark.Red < 64);
    }

    [Fact]
    public void Png_WhenStripIsLong_DrawsSmallerLeds()
    {
        using var image = SKBitmap.Decode(LedDots.Png(PixelFrame.Dark(new PixelSize(10_000, 16), PixelLayout.Mono), pitch: 6));
        Assert.Equal(30_008, image.Width);
    }

    [Fact]
    public void Sheet_WhenTooLargeForAPicture_SaysSo() =>
        Assert.Throws<ArgumentException>(() => LedDots.Png(PixelFrame.Dark(new PixelSize(60_000, 16), PixelLayout.Mono), pitch: 6));
}
