using Signage.Core.Frames;
using Signage.Core.Text;
using Signage.Renderer.Fonts;

namespace Signage.Renderer.Typesetting;

/// <summary>
/// Chooses the size of a text that is spread over pages: the largest that needs few enough of them, because large characters
/// are read from far; when every size needs more, the smallest, because a loop that takes a minute is read by nobody.
/// </summary>
/// <param name="font">The font that measures.</param>
/// <param name="sensible">As many pages as a passer-by may be asked to wait for, and as the card holds.</param>
internal sealed class PageAdvisor(LedFont font, int sensible)
{
    /// <summary>As many pages as a text may have at all: five minutes of them.</summary>
    public const int Most = 64;

    /// <summary>The size and the lines of each page; null when the face is too small for the text, and then a sentence why.</summary>
    /// <param name="text">The words.</param>
    /// <param name="face">Pixels of the face.</param>
    /// <param name="sizes">The sizes that have the rows for at least one line, the largest first.</param>
    /// <param name="reasons">Gets a sentence for each size that was tried.</param>
    /// <param name="refusal">Why there are no pages.</param>
    public (int Size, IReadOnlyList<IReadOnlyList<string>> Pages)? Advise(
        string text, PixelSize face, IReadOnlyList<int> sizes, List<string> reasons, out string? refusal)
    {
        refusal = null;
        foreach (var size in sizes)
        {
            var pieces = Pieces.Of(text, font, size, face.Width);
            if (pieces is null)
            {
                refusal = Words.FaceTooNarrow.With(face.Width, size);
                reasons.Add(refusal);
                continue;
            }

            var rows = face.Height / size;
            var pages = PageBreaks.Find(pieces, face.Width, rows);
            reasons.Add(Words.NeedsPages.With(size, pages.Count, rows));
            refusal = pages.Count > Most ? Words.TooManyPages.With(size, pages.Count, Most) : null;
            if (pages.Count <= sensible || (size == sizes[^1] && refusal is null))
            {
                return (size, [.. pages.Select(page => PageLines.Set(pieces, page, face.Width, rows))]);
            }
        }

        return null;
    }
}
