using Signage.Renderer.Fonts;
using SkiaSharp;

namespace Signage.Benchmarks.Scrolling;

/// <summary>
/// The rival: text drawn anew for every frame, then packed to one bit a pixel. As good as we could make it: font, paint, shaped text and surface
/// are reused, the text is drawn a second time only where the strip wraps, and packing takes 8 or 32 pixels at a time.
/// </summary>
internal sealed class DrawTextScroller : IDisposable
{
    private readonly SKTypeface _typeface;
    private readonly SKFont _font;
    private readonly SKPaint _paint = new() { Color = SKColors.White, IsAntialias = false };
    private readonly SKBitmap _bitmap;
    private readonly SKCanvas _canvas;
    private readonly SKTextBlob _line;

    private readonly bool _shaped;

    /// <param name="gray">True for a surface of one byte a pixel, false for BGRA.</param>
    /// <param name="shaped">True to find the glyphs of the text once and keep them, false to hand the words to DrawText every time.</param>
    public DrawTextScroller(bool gray, bool shaped)
    {
        _shaped = shaped;
        using var stream = typeof(LedFont).Assembly.GetManifestResourceStream("unifont.woff") ?? throw new InvalidOperationException("This build has no font.");
        using var data = SKData.Create(stream);
        _typeface = SKTypeface.FromData(data) ?? throw new InvalidOperationException("The font could not be opened.");
        _font = new SKFont(_typeface, Scene.TextSize) { Edging = SKFontEdging.Alias };
        _bitmap = new SKBitmap(gray
            ? new SKImageInfo(Scene.Glass.Width, Scene.Glass.Height, SKColorType.Gray8, SKAlphaType.Opaque)
            : new SKImageInfo(Scene.Glass.Width, Scene.Glass.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        _canvas = new SKCanvas(_bitmap);
        _line = SKTextBlob.Create(Scene.Text, _font) ?? throw new InvalidOperationException("The text could not be shaped.");
    }

    public void Paint(int step, Span<byte> cells)
    {
        var left = -(step % Scene.StripWidth);
        const int top = (64 - Scene.TextSize) / 2;
        const int baseline = top + (14 * Scene.TextSize / 16);
        _canvas.Clear(_bitmap.ColorType == SKColorType.Gray8 ? SKColors.Black : SKColors.Transparent);
        DrawText(left, baseline);
        if (left + Scene.StripWidth < Scene.Glass.Width)
        {
            DrawText(left + Scene.StripWidth, baseline);
        }

        _canvas.Flush();
        if (_bitmap.ColorType == SKColorType.Gray8)
        {
            BitPacking.FromGray(_bitmap.GetPixelSpan(), cells);
        }
        else
        {
            BitPacking.FromBgra(_bitmap.GetPixelSpan(), cells);
        }
    }

    public void Dispose()
    {
        _line.Dispose();
        _canvas.Dispose();
        _bitmap.Dispose();
        _paint.Dispose();
        _font.Dispose();
        _typeface.Dispose();
    }

    private void DrawText(int left, int baseline)
    {
        if (_shaped)
        {
            _canvas.DrawText(_line, left, baseline, _paint);
        }
        else
        {
            _canvas.DrawText(Scene.Text, left, baseline, SKTextAlign.Left, _font, _paint);
        }
    }
}
