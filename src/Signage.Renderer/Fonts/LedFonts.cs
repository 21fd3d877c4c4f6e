namespace Signage.Renderer.Fonts;

/// <summary>
/// The fonts of all faces: Unifont from 16 rows up, Fusion Pixel below. Thread-safe; owns the native fonts, so dispose it last.
/// </summary>
public sealed class LedFonts : IDisposable
{
    // Few sites have a face that low, and opening a font takes a tenth of a second and tens of megabytes.
    private readonly Lazy<LedFont> _small = new(() => new LedFont(FontFile.FusionPixel));

    /// <summary>The font of every face that has the rows for it, and of what is written beside faces.</summary>
    public LedFont Usual { get; } = new(FontFile.Unifont);

    /// <summary>The font for a face, the smallest one where the face has too few rows for any.</summary>
    /// <param name="rows">Rows of the face.</param>
    public LedFont For(int rows) => rows >= FontFile.Unifont.Cell ? Usual : _small.Value;

    /// <inheritdoc />
    public void Dispose()
    {
        if (_small.IsValueCreated)
        {
            _small.Value.Dispose();
        }

        Usual.Dispose();
    }
}
