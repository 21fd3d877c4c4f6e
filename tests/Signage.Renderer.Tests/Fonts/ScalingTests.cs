using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Renderer.Fonts;
using Signage.Renderer.Typesetting;
using SkiaSharp;

namespace Signage.Renderer.Tests.Fonts;

/// <summary>Enlarged cells against Skia drawing the same font at the larger size.</summary>
public sealed class ScalingTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(48)]
    public void Paint_WhenEnlarged_EqualsSkiaAtThatSize(int size)
    {
        using var font = new LedFont(FontFile.Unifont);
        foreach (var slogan in CharityPack.Instance.Slogans)
        {
            var cells = font.Cells(slogan.Text);
            var area = new PixelSize(TextPainter.Width(cells, size), size);
            var ours = TextPainter.Paint([cells], size, area, PixelLayout.Mono, LedColour.Red, fromLeft: true);
            Assert.True(DrawnBySkia(slogan.Text, size, area).Equals(ours), $"{slogan.Id} at {size}");
        }
    }

    private static PixelFrame DrawnBySkia(string text, int size, PixelSize area)
    {
        using var stream = typeof(LedFont).Assembly.GetManifestResourceStream("unifont.woff")!;
        using var data = SKData.Create(stream);
        using var typeface = SKTypeface.FromData(data);
        using var font = new SKFont(typeface, size) { Edging = SKFontEdging.Alias };
        using var paint = new SKPaint { Color = SKColors.White, IsAntialias = false };
        using var bitmap = new SKBitmap(new SKImageInfo(area.Width, area.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Black);
        canvas.DrawText(text, 0, 14 * size / 16, SKTextAlign.Left, font, paint);
        canvas.Flush();
        return PixelFrame.Create(area, PixelLayout.Mono, bitmap, static (cells, from) =>
        {
            var pixels = from.GetPixelSpan();
            for (var y = 0; y < from.Height; y++)
            {
                for (var x = 0; x < from.Width; x++)
                {
                    cells[(y * ((from.Width + 7) / 8)) + (x >> 3)] |= pixels[(y * from.RowBytes) + (x * 4) + 2] >= 128 ? (byte)(0x80 >> (x & 7)) : (byte)0;
                }
            }
        });
    }
}
