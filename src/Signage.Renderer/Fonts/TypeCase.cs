namespace Signage.Renderer.Fonts;

/// <summary>The sizes in which a text can be set on a face, each in the font that it is set in. Immutable.</summary>
internal sealed class TypeCase
{
    private readonly Dictionary<int, LedFont> _fonts = [];

    private TypeCase(IEnumerable<LedFont> fonts)
    {
        foreach (var font in fonts)
        {
            foreach (var size in font.File.Sizes)
            {
                _fonts.TryAdd(size, font);
            }
        }

        Sizes = [.. _fonts.Keys.OrderDescending()];
    }

    /// <summary>The sizes in rows, the largest first.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>The font of a size.</summary>
    public LedFont this[int size] => _fonts[size];

    /// <summary>All sizes of some fonts; where two have the same one, it is set in the earlier.</summary>
    /// <param name="fonts">At least one.</param>
    public static TypeCase Of(params IEnumerable<LedFont> fonts) => new(fonts);
}
