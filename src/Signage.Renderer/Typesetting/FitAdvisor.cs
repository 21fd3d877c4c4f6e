using Signage.Core.Frames;
using Signage.Core.Text;
using Signage.Renderer.Fonts;

namespace Signage.Renderer.Typesetting;

/// <summary>
/// Chooses how a text stands on a face: the sizes of the font from the largest down, one line that stands still, then two lines broken at the
/// text's own pauses; when none fits, the largest size that fits the rows, as a strip that moves, or pages where the card cannot move one or where
/// nobody would wait for its end.
/// </summary>
/// <param name="font">The font that measures.</param>
/// <param name="pages">On how many pages a text may stand before it is drawn smaller.</param>
internal sealed class FitAdvisor(LedFont font, int pages)
{
    /// <summary>As long as a passer-by may be asked to wait for the end of a strip; a longer one stands on pages where few enough will do.</summary>
    public static readonly TimeSpan LongestStrip = TimeSpan.FromSeconds(30);

    /// <summary>The layout of a text without complaints; null when the face is too small for it, and then a sentence why.</summary>
    /// <param name="text">The words, NFC.</param>
    /// <param name="face">Pixels of the face.</param>
    /// <param name="step">Time for one pixel of movement, for the reading time.</param>
    /// <param name="strip">When the text may move.</param>
    /// <param name="refusal">Why there is no layout.</param>
    public TextLayout? Advise(string text, PixelSize face, TimeSpan step, StripUse strip, out string? refusal)
    {
        int[] sizes = [.. font.File.Sizes.Where(size => size <= face.Height)];
        if (sizes.Length == 0)
        {
            refusal = Words.FaceTooLow.With(face.Height, font.File.Cell);
            return null;
        }

        refusal = null;
        var reasons = new List<string>();
        foreach (var size in sizes.Where(_ => strip != StripUse.Always))
        {
            var width = Width(text, size);
            if (width <= face.Width)
            {
                reasons.Add(Words.FitsOneLine.With(size, width, face.Width));
                return Still(LayoutKind.Static, size, [text], reasons);
            }

            reasons.Add(Words.TooWideForOneLine.With(size, width, face.Width));
            if (face.Height >= 2 * size && BestPair(text, size, face.Width) is { } pair)
            {
                reasons.Add(Words.FitsTwoLines.With(size));
                return Still(LayoutKind.Lines, size, [pair.First, pair.Second], reasons);
            }
        }

        if (strip == StripUse.Never)
        {
            reasons.Add(Words.CardMovesNothing);
            return InPages(text, face, sizes, reasons, out refusal);
        }

        return (strip == StripUse.WhenTooLong ? InsteadOfStrip(text, face, sizes, step, reasons) : null) ?? Moving(text, sizes[0], step, reasons);
    }

    /// <summary>The pages of a text whose strip would take too long; null when it would not, or when pages would not be better.</summary>
    private TextLayout? InsteadOfStrip(string text, PixelSize face, int[] sizes, TimeSpan step, List<string> reasons)
    {
        var (width, most) = (StripWidth(text, sizes[0]), pages);
        if (width * step <= LongestStrip)
        {
            return null;
        }

        reasons.Add(Words.StripTooSlow.With(sizes[0], Math.Ceiling((width * step).TotalSeconds), LongestStrip.TotalSeconds));
        if (width > PixelSize.Largest)
        {
            // No picture is as wide as that, and many pages are better than darkness.
            most = PageAdvisor.Most;
        }

        return InPages(text, face, sizes, reasons, out _) is { } set && set.Pages.Count <= most ? set : null;
    }

    private TextLayout Moving(string text, int size, TimeSpan step, List<string> reasons)
    {
        reasons.Add(Words.Scrolls.With(size));
        return new TextLayout(LayoutKind.Scroll, font.File.Name, size, [[text]], StripWidth(text, size) * step.TotalSeconds, reasons);
    }

    private int StripWidth(string text, int size) => Width(text, size) + (2 * size);

    private TextLayout? InPages(string text, PixelSize face, int[] sizes, List<string> reasons, out string? refusal)
    {
        if (new PageAdvisor(font, pages).Advise(text, face, sizes, reasons, out refusal) is not { } set)
        {
            return null;
        }

        if (set.Pages.Count == 1)
        {
            return Still(LayoutKind.Lines, set.Size, set.Pages[0], reasons);
        }

        reasons.AddRange(set.Pages.Select((lines, at) => Words.PageReads.With(at + 1, string.Join(" / ", lines))));
        var seconds = set.Pages.Sum(lines => ReadingTime.OfPage(lines).TotalSeconds);
        return new TextLayout(LayoutKind.Pages, font.File.Name, set.Size, set.Pages, seconds, reasons);
    }

    private TextLayout Still(LayoutKind kind, int size, IReadOnlyList<string> lines, List<string> reasons) =>
        new(kind, font.File.Name, size, [lines], Math.Max(3, lines.Sum(line => line.Length) * ReadingTime.OfCharacter), reasons);

    private (string First, string Second)? BestPair(string text, int size, int faceWidth)
    {
        var pairs = LineBreaks.InTwo(text)
            .Select(pair => (Pair: pair, First: Width(pair.First, size), Second: Width(pair.Second, size)))
            .Where(measured => Math.Max(measured.First, measured.Second) <= faceWidth)
            .OrderBy(measured => Math.Abs(measured.First - measured.Second));
        return pairs.Select(measured => ((string, string)?)measured.Pair).FirstOrDefault();
    }

    private int Width(string text, int size) => TextPainter.Width(font.Cells(text), size);
}
