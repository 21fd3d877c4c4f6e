using Signage.Controller.Planning;
using Signage.Renderer.Fonts.Bitmaps;

namespace Signage.Controller.Hosting;

/// <summary>The fonts of the site's own.</summary>
public static class SiteFonts
{
    /// <summary>
    /// Reads them. With one of them wrong the site does not start: another font would be lit in its place, and the words would stand otherwise than whoever approved them saw.
    /// </summary>
    /// <param name="folder">The folder; null for none.</param>
    /// <exception cref="SiteStartException">The folder or a font is wrong; every reason is a line.</exception>
    public static FontShelf Read(string? folder)
    {
        if (string.IsNullOrEmpty(folder))
        {
            return FontShelf.Empty;
        }

        var shelf = FontShelf.Read(folder);
        return shelf.Mistakes.Count == 0 ? shelf : throw new SiteStartException(Mistakes.Bounded(shelf.Mistakes));
    }
}
