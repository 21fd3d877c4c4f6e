using Signage.Core.Frames;
using Signage.Core.Programmes;

namespace Signage.Core.Shows;

/// <summary>
/// Continuous strips that follow one another move as one: the card sets them end to end, and no passer-by can tell where one stops. A run is
/// a row of <see cref="Effect.ContinuousLeft"/> pages with the same step, stay and repeat.
/// </summary>
public static class PageRun
{
    /// <summary>The same loop with each run joined into one strip. Other pages are handed on as they are.</summary>
    public static IReadOnlyList<Page> Join(IReadOnlyList<Page> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var joined = new List<Page>(pages.Count);
        for (var first = 0; first < pages.Count;)
        {
            var after = first + 1;
            while (after < pages.Count && Continues(pages[first], pages[after]))
            {
                after++;
            }

            joined.Add(after == first + 1 ? pages[first] : pages[first] with { Picture = EndToEnd(pages, first, after) });
            first = after;
        }

        return joined;
    }

    /// <summary>The width of the widest picture after joining, in pixels; it may exceed what a picture can have, and then joining throws.</summary>
    public static long WidestOf(IReadOnlyList<Page> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        long widest = 0, run = 0;
        for (var i = 0; i < pages.Count; i++)
        {
            run = i > 0 && Continues(pages[i - 1], pages[i]) ? run + pages[i].Picture.Size.Width : pages[i].Picture.Size.Width;
            widest = Math.Max(widest, run);
        }

        return widest;
    }

    private static bool Continues(Page first, Page next) =>
        first.Effect == Effect.ContinuousLeft && next.Effect == Effect.ContinuousLeft
        && first.Step == next.Step && first.Stay == next.Stay && first.Repeat == next.Repeat
        && first.Picture.Layout == next.Picture.Layout && first.Picture.Size.Height == next.Picture.Size.Height;

    private static PixelFrame EndToEnd(IReadOnlyList<Page> pages, int first, int after)
    {
        var width = 0;
        for (var i = first; i < after; i++)
        {
            width += pages[i].Picture.Size.Width;
        }

        var size = new PixelSize(width, pages[first].Picture.Size.Height);
        return PixelFrame.Create(size, pages[first].Picture.Layout, (pages, first, after), (cells, run) =>
        {
            var x = 0;
            for (var i = run.first; i < run.after; i++)
            {
                var picture = run.pages[i].Picture;
                FrameBlit.Copy(picture, 0, 0, picture.Size, cells, size, x, 0);
                x += picture.Size.Width;
            }
        });
    }
}
