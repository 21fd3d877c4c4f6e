using System.Text;

namespace Signage.Renderer.Fonts;

/// <summary>Where the cells of a font come from. Asked by several threads at once; owns what it draws with.</summary>
internal interface IGlyphSource : IDisposable
{
    /// <summary>The pixels of a character; null when the font has none of it, or not within its cell.</summary>
    GlyphCell? Draw(Rune rune);
}
