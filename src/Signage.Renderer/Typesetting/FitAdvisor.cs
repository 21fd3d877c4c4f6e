using Signage.Core.Frames;
using Signage.Core.Text;
using Signage.Renderer.Fonts;

namespace Signage.Renderer.Typesetting;

/// <summary>
/// Chooses how a text stands on a face: sizes 48, 32 and 16 in this order, one line that stands still, then two lines broken at the text's own
/// pauses; when none fits, the largest size that fits the rows, as a strip that moves.
/// </summary>
/// <param name="font">The font that measures.</param>
internal sealed class FitAdvisor(LedFont font)
{
    private static readonly int[] Sizes = [48, 32, 16];

    /// <summary>The layout of a text without complaints; null when the face has fewer rows than the smallest character.</summary>
    /// <param name="text">The words, NFC.</param>
    /// <param name="face">Pixels of the face.</param>
    /// <param name="step">Time for one pixel of movement, for the reading time.</param>
    /// <param name="mustMove">True when the author asked for a strip.</param>
    public TextLayout? Advise(string text, PixelSize face, TimeSpan step, bool mustMove)
    {
        var reasons = new List<string>();
        foreach (var size in Sizes.Where(size => size <= face.Height && !mustMove))
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

        var largest = Sizes.FirstOrDefault(size => size <= face.Height);
        if (largest == 0)
        {
            return null;
        }

        reasons.Add(Words.Scrolls.With(largest));
        var strip = Width(text, largest) + (2 * largest);
        return new TextLayout(LayoutKind.Scroll, LedFont.Name, largest, [text], strip * step.TotalSeconds, reasons);
    }

    private static TextLayout Still(LayoutKind kind, int size, string[] lines, List<string> reasons) =>
        new(kind, LedFont.Name, size, lines, Math.Max(3, lines.Sum(line => line.Length) * 0.3), reasons);

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
