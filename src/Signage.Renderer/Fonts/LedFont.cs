using System.Collections.Concurrent;
using System.Text;
using Signage.Core.Text;
using SkiaSharp;

namespace Signage.Renderer.Fonts;

/// <summary>
/// A bitmap font of LED texts. Drawn once at its own size, where every renderer gives the original pixels, and enlarged by whole numbers.
/// Thread-safe; owns the native font, so dispose it last.
/// </summary>
public sealed class LedFont : IDisposable
{
    private readonly Lock _drawing = new();
    private readonly ConcurrentDictionary<int, GlyphCell?> _cells = new();
    private readonly SKTypeface _typeface;
    private readonly SKFont _font;
    private readonly SKPaint _paint = new() { Color = SKColors.White, IsAntialias = false };
    private readonly SKBitmap _bitmap;
    private readonly SKCanvas _canvas;

    /// <summary>Loads a font that was built into the program.</summary>
    /// <param name="file">Which one.</param>
    /// <exception cref="InvalidOperationException">The font is missing or lights no pixel: this build is broken.</exception>
    public LedFont(FontFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        File = file;
        using var stream = typeof(LedFont).Assembly.GetManifestResourceStream(file.Resource)
            ?? throw new InvalidOperationException(Words.FontMissing);
        using var data = SKData.Create(stream);
        _typeface = SKTypeface.FromData(data) ?? throw new InvalidOperationException(Words.FontBroken);
        _font = new SKFont(_typeface, file.Cell) { Edging = SKFontEdging.Alias, Hinting = SKFontHinting.None, Subpixel = false };
        _bitmap = new SKBitmap(new SKImageInfo(file.Cell, file.Cell, SKColorType.Bgra8888, SKAlphaType.Premul));
        _canvas = new SKCanvas(_bitmap);
        // 永 has many strokes, so a machine that draws nothing is found out here.
        if (Find('\u6C38') is not { } probe || probe.Rows.All(row => row == 0))
        {
            throw new InvalidOperationException(Words.FontDark);
        }
    }

    /// <summary>Which font it is.</summary>
    public FontFile File { get; }

    /// <summary>Every character of a text that cannot be lit, one line each with code point and position; empty when all can.</summary>
    public IReadOnlyList<string> Complaints(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var complaints = new List<string>();
        var position = 0;
        for (var i = 0; i < text.Length; position++)
        {
            var whole = Rune.TryGetRuneAt(text, i, out var rune);
            var code = whole ? rune.Value : text[i];
            if (!whole || Find(code) is null)
            {
                var shown = whole && LightableCharacters.Accepts(rune) ? $"“{rune}”" : "";
                complaints.Add(Words.CharacterNotInFont.With(position + 1, shown, code, File.Name));
            }

            i += whole ? rune.Utf16SequenceLength : 1;
        }

        return complaints;
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

    /// <summary>The cells of a text that has no complaints.</summary>
    internal IReadOnlyList<GlyphCell> Cells(string text) =>
        [.. text.EnumerateRunes().Select(rune => Find(rune.Value) ?? throw new InvalidOperationException($"U+{rune.Value:X4} was not checked before drawing."))];

    internal GlyphCell? Find(int code) => _cells.GetOrAdd(code, Draw);

    private GlyphCell? Draw(int code)
    {
        if (!Rune.TryCreate(code, out var rune) || !LightableCharacters.Accepts(rune))
        {
            return null;
        }

        lock (_drawing)
        {
            var glyph = _font.GetGlyph(code);
            if (glyph == 0)
            {
                return null;
            }

            var grains = (int)MathF.Ceiling(_font.MeasureText([glyph]) / File.Grain);
            var width = Math.Clamp(grains * File.Grain, File.Grain, File.Cell);
            _canvas.Clear(SKColors.Black);
            _canvas.DrawText(rune.ToString(), 0, File.Baseline, SKTextAlign.Left, _font, _paint);
            _canvas.Flush();
            var pixels = _bitmap.GetPixelSpan();
            var rows = new ushort[File.Cell];
            for (var y = 0; y < File.Cell; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    rows[y] |= pixels[(y * _bitmap.RowBytes) + (x * 4) + 2] >= 128 ? (ushort)(0x8000 >> x) : (ushort)0;
                }
            }

            return LightableCharacters.Shows(rune, rows) ? new GlyphCell(width, rows) : null;
        }
    }
}
