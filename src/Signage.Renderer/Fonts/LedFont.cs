using System.Collections.Concurrent;
using System.Text;
using Signage.Core.Text;
using Signage.Renderer.Fonts.Bitmaps;

namespace Signage.Renderer.Fonts;

/// <summary>
/// A bitmap font of LED texts: its original pixels, enlarged by whole numbers where it is enlarged at all. Thread-safe; may own a native font, so dispose it last.
/// </summary>
public sealed class LedFont : IDisposable
{
    private readonly ConcurrentDictionary<int, GlyphCell?> _cells = new();
    private readonly IGlyphSource _glyphs;

    /// <summary>Loads a font that was built into the program.</summary>
    /// <param name="file">Which one.</param>
    /// <exception cref="InvalidOperationException">The font is missing or lights no pixel: this build is broken.</exception>
    public LedFont(FontFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        File = file;
        _glyphs = new SkiaGlyphs(file);

        // 永 has many strokes, so a machine that draws nothing is found out here.
        if (Find('\u6C38') is not { } probe || probe.Rows.All(row => row == 0))
        {
            throw new InvalidOperationException(Words.FontDark);
        }
    }

    /// <summary>Takes a font of the user's, at its own size and no other.</summary>
    /// <param name="font">The font.</param>
    public LedFont(BitmapFont font)
    {
        ArgumentNullException.ThrowIfNull(font);
        var cell = BitmapCell.Of(font);
        File = new FontFile(font.Name, "", cell.Rows, cell.Baseline, 1, [cell.Rows]);
        _glyphs = new BitmapGlyphs(font, cell);
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

    /// <summary>True when a character can be lit.</summary>
    /// <param name="code">Its code point.</param>
    public bool Lights(int code) => Find(code) is not null;

    /// <inheritdoc />
    public void Dispose() => _glyphs.Dispose();

    /// <summary>The cells of a text that has no complaints.</summary>
    internal IReadOnlyList<GlyphCell> Cells(string text) =>
        [.. text.EnumerateRunes().Select(rune => Find(rune.Value) ?? throw new InvalidOperationException($"U+{rune.Value:X4} was not checked before drawing."))];

    internal GlyphCell? Find(int code) => _cells.GetOrAdd(code, Draw);

    private GlyphCell? Draw(int code) =>
        Rune.TryCreate(code, out var rune) && LightableCharacters.Accepts(rune) && _glyphs.Draw(rune) is { } cell && LightableCharacters.Shows(rune, cell.Rows) ? cell : null;
}
