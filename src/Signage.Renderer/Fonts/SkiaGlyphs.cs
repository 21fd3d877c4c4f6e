using System.Text;
using SkiaSharp;

namespace Signage.Renderer.Fonts;

/// <summary>The glyphs of a font that was built into the program, drawn once at its own size, where every renderer gives the original pixels.</summary>
internal sealed class SkiaGlyphs : IGlyphSource
{
    private readonly Lock _drawing = new();
    private readonly FontFile _file;
    private readonly SKTypeface _typeface;
    private readonly SKFont _font;
    private readonly SKPaint _paint = new() { Color = SKColors.White, IsAntialias = false };
    private readonly SKBitmap _bitmap;
    private readonly SKCanvas _canvas;

    /// <summary>Opens the font.</summary>
    /// <exception cref="InvalidOperationException">It is missing: this build is broken.</exception>
    public SkiaGlyphs(FontFile file)
    {
        _file = file;
        using var stream = typeof(SkiaGlyphs).Assembly.GetManifestResourceStream(file.Resource)
            ?? throw new InvalidOperationException(Words.FontMissing);
        using var data = SKData.Create(stream);
        _typeface = SKTypeface.FromData(data) ?? throw new InvalidOperationException(Words.FontBroken);
        _font = new SKFont(_typeface, file.Cell) { Edging = SKFontEdging.Alias, Hinting = SKFontHinting.None, Subpixel = false };
        _bitmap = new SKBitmap(new SKImageInfo(file.Cell, file.Cell, SKColorType.Bgra8888, SKAlphaType.Premul));
        _canvas = new SKCanvas(_bitmap);
    }

    /// <inheritdoc />
    public GlyphCell? Draw(Rune rune)
    {
        lock (_drawing)
        {
            var glyph = _font.GetGlyph(rune.Value);
            if (glyph == 0)
            {
                return null;
            }

            var grains = (int)MathF.Ceiling(_font.MeasureText([glyph]) / _file.Grain);
            var width = Math.Clamp(grains * _file.Grain, _file.Grain, _file.Cell);
            _canvas.Clear(SKColors.Black);
            _canvas.DrawText(rune.ToString(), 0, _file.Baseline, SKTextAlign.Left, _font, _paint);
            _canvas.Flush();
            var pixels = _bitmap.GetPixelSpan();
            var rows = new ulong[_file.Cell];
            for (var y = 0; y < _file.Cell; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    rows[y] |= pixels[(y * _bitmap.RowBytes) + (x * 4) + 2] >= 128 ? GlyphCell.Leftmost >> x : 0;
                }
            }

            return new GlyphCell(width, rows);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _canvas.Dispose();
        _bitmap.Dispose();
        _paint.Dispose();
        _font.Dispose();
        _typeface.Dispose();

        // The drawing library keeps the glyphs of a font, and with them the whole font (tens of megabytes), until its cache is told.
        SKGraphics.PurgeFontCache();
    }
}
