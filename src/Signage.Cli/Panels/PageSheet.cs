using Signage.Core.Frames;
using Signage.Core.Shows;

namespace Signage.Cli.Panels;

/// <summary>All pages of a loop in one picture, one under the other, so that a preview shows the whole text.</summary>
internal static class PageSheet
{
    // Dark rows between two pages, so that they are told apart.
    private const int Gap = 2;

    /// <summary>The picture; that of the page itself when there is one.</summary>
    public static PixelFrame Of(IReadOnlyList<Page> loop)
    {
        if (loop.Count == 1)
        {
            return loop[0].Picture;
        }

        var (size, layout) = (loop[0].Picture.Size, loop[0].Picture.Layout);
        var sheet = new PixelSize(loop.Max(page => page.Picture.Size.Width), ((size.Height + Gap) * loop.Count) - Gap);
        return PixelFrame.Create(sheet, layout, (loop, sheet), static (cells, ask) =>
        {
            for (var i = 0; i < ask.loop.Count; i++)
            {
                var picture = ask.loop[i].Picture;
                FrameBlit.Copy(picture, 0, 0, picture.Size, cells, ask.sheet, 0, (picture.Size.Height + Gap) * i);
            }
        });
    }
}
