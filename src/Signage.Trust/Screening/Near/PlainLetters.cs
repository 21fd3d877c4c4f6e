using Signage.Trust.Screening.Folding;

namespace Signage.Trust.Screening.Near;

/// <summary>The letters of a folded text without what stands between, look-alikes kept apart, with the way back. Immutable.</summary>
internal sealed class PlainLetters
{
    private readonly FoldedText _text;
    private readonly int[] _places;

    private PlainLetters(FoldedText text, int[] places, int[] signs)
    {
        _text = text;
        _places = places;
        Signs = signs;
    }

    /// <summary>The code points.</summary>
    public int[] Signs { get; }

    /// <summary>Takes the letters out of a folded text.</summary>
    public static PlainLetters Of(FoldedText text)
    {
        var (places, signs) = (new List<int>(), new List<int>());
        var folded = text.Signs.Span;
        for (var at = 0; at < folded.Length; at++)
        {
            if (folded[at].Role == SignRole.Letter)
            {
                places.Add(at);
                signs.Add(folded[at].Plain);
            }
        }

        return new PlainLetters(text, [.. places], [.. signs]);
    }

    /// <summary>True when nothing stands between two letters and all those in the middle.</summary>
    public bool AreTogether(int first, int last) => _places[last] - _places[first] == last - first;

    /// <summary>The place in the text of the letters from one to another, both included.</summary>
    public (int Start, int Length) PlaceOf(int first, int last) => _text.PlaceOf(_places[first], _places[last]);
}
