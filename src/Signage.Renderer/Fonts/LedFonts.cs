using System.Text;
using Signage.Core.Text;
using Signage.Renderer.Fonts.Bitmaps;

namespace Signage.Renderer.Fonts;

/// <summary>
/// The fonts of all faces: those of the user's shelf at their own size, Unifont from 16 rows up, Fusion Pixel below. Thread-safe; owns the native fonts, so dispose it last.
/// </summary>
public sealed class LedFonts : IDisposable
{
    private const int MostNamed = 8;

    // Few sites have a face that low, and opening a font takes a tenth of a second and tens of megabytes.
    private readonly Lazy<LedFont> _small = new(() => new LedFont(FontFile.FusionPixel));
    private readonly LedFont[] _own;

    /// <summary>Opens the fonts of the program and no other.</summary>
    public LedFonts()
        : this(FontShelf.Empty)
    {
    }

    /// <summary>Opens the fonts of the program, and takes those of a shelf.</summary>
    /// <param name="shelf">The user's fonts; of two of the same size the first is used.</param>
    public LedFonts(FontShelf shelf)
    {
        ArgumentNullException.ThrowIfNull(shelf);
        _own = [.. shelf.Fonts.Select(font => new LedFont(font.Font)).DistinctBy(font => font.File.Cell)];
    }

    /// <summary>The built-in font of every face that has the rows for it, and of what is written beside faces.</summary>
    public LedFont Usual { get; } = new(FontFile.Unifont);

    /// <summary>The built-in font for a face, the smallest one where the face has too few rows for any.</summary>
    /// <param name="rows">Rows of the face.</param>
    public LedFont For(int rows) => rows >= FontFile.Unifont.Cell ? Usual : _small.Value;

    /// <summary>Every character of a text that can be lit on no face at all; empty when a font of the user's lights the whole text.</summary>
    /// <remarks>The usual font has every character that the small one has.</remarks>
    public IReadOnlyList<string> Complaints(string text)
    {
        var complaints = Usual.Complaints(text);
        return complaints.Count > 0 && Array.Exists(_own, font => font.Complaints(text).Count == 0) ? [] : complaints;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_small.IsValueCreated)
        {
            _small.Value.Dispose();
        }

        foreach (var font in _own)
        {
            font.Dispose();
        }

        Usual.Dispose();
    }

    /// <summary>
    /// What a text is set in. A font of the user's has to light all of it, because two fonts in one line are no picture of either; else it gives way to what the face would have without
    /// it. From 16 rows up it stands beside the sizes of Unifont, in the place of the same size; below, in the place of Fusion Pixel.
    /// </summary>
    /// <param name="text">The words, NFC.</param>
    /// <param name="rows">Rows of the face.</param>
    internal FontChoice Choose(string text, int rows)
    {
        var (own, remarks) = (new List<LedFont>(), new List<string>());
        foreach (var font in _own.Where(font => FontShelf.Serves(font.File.Cell, rows)))
        {
            var missing = text.EnumerateRunes().Where(rune => !font.Lights(rune.Value)).Distinct().ToArray();
            if (missing.Length == 0)
            {
                own.Add(font);
            }
            else
            {
                remarks.Add(Words.FontGivesWay.With(font.File.Name, missing.Length, Named(missing)));
            }
        }

        if (own.Count > 0 && rows < FontFile.Unifont.Cell)
        {
            return new FontChoice(TypeCase.Of(own), remarks);
        }

        var builtIn = For(rows);
        var complaints = builtIn.Complaints(text);
        return complaints.Count == 0 ? new FontChoice(TypeCase.Of([.. own, builtIn]), remarks)
            : own.Count > 0 ? new FontChoice(TypeCase.Of(own), remarks)
            : new FontChoice(null, complaints);
    }

    private static string Named(Rune[] missing) =>
        string.Join(' ', missing.Take(MostNamed).Select(rune => $"U+{rune.Value:X4}")) + (missing.Length > MostNamed ? " …" : "");
}
