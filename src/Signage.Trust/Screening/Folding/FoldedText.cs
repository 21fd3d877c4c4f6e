using System.Text;

namespace Signage.Trust.Screening.Folding;

/// <summary>
/// A copy of a text in which signs that say the same are the same, with the way back: every folded sign knows its place in the text. Made for comparing,
/// never for showing. Immutable.
/// </summary>
public sealed class FoldedText
{
    private FoldedText(string original, FoldedSign[] signs)
    {
        Original = original;
        Signs = signs;
    }

    /// <summary>The text as it came.</summary>
    public string Original { get; }

    /// <summary>Its signs, folded, in order. Marks that change no letter are gone; what stands between letters is kept and marked so.</summary>
    public ReadOnlyMemory<FoldedSign> Signs { get; }

    /// <summary>Folds a text. Takes time in proportion to it; whatever cannot be folded, such as half a surrogate pair, stands between letters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="folding">The folds.</param>
    public static FoldedText Of(string text, SignFolding folding)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(folding);
        var signs = new List<FoldedSign>(text.Length);
        for (var index = 0; index < text.Length;)
        {
            var known = Rune.TryGetRuneAt(text, index, out var rune);
            var length = known ? rune.Utf16SequenceLength : 1;
            foreach (var part in folding.Fold(known ? rune : Rune.ReplacementChar))
            {
                signs.Add(part with { Start = index, Length = length });
            }

            index += length;
        }

        return new FoldedText(text, [.. signs]);
    }

    /// <summary>The place in the text of the folded signs from one to another, both included.</summary>
    /// <param name="first">Index of the first sign.</param>
    /// <param name="last">Index of the last sign, not before the first.</param>
    public (int Start, int Length) PlaceOf(int first, int last)
    {
        var (from, to) = (Signs.Span[first], Signs.Span[last]);
        return (from.Start, to.Start + to.Length - from.Start);
    }

    /// <summary>The letters of a text after every fold, what stands between left out: two texts with the same letters say the same to the search.</summary>
    public string Letters()
    {
        var letters = new StringBuilder(Signs.Length);
        foreach (var sign in Signs.Span)
        {
            if (sign.Role != SignRole.Between)
            {
                letters.Append(new Rune(sign.Full));
            }
        }

        return letters.ToString();
    }
}
