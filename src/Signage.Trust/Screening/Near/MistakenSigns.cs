using System.Text;
using Signage.Core.Text;
using Signage.Trust.Screening.Folding;
using Signage.Trust.Screening.Search;

namespace Signage.Trust.Screening.Near;

/// <summary>
/// Signs that are easily mistaken (己 已 巳), where putting another of their group in their place makes words that are known. A sign that belongs to known words as
/// it stands is right: 末 in 周末来 is none of 未来.
/// </summary>
/// <param name="known">The known words.</param>
internal sealed class MistakenSigns(KnownWords known)
{
    /// <summary>The findings of one text.</summary>
    public IEnumerable<RawFinding> In(FoldedText text)
    {
        var letters = PlainLetters.Of(text);
        var isRight = new bool[letters.Signs.Length];
        var almost = new List<(KnownWord Word, int First)>();
        foreach (var (word, first) in Found(letters))
        {
            if (!letters.Signs.AsSpan(first, word.Signs.Length).SequenceEqual(word.Signs))
            {
                almost.Add((word, first));
            }
            else
            {
                isRight.AsSpan(first, word.Signs.Length).Fill(true);
            }
        }

        return almost.OrderByDescending(place => place.Word.Kind)
            .SelectMany(place => Mistaken(place.Word, place.First, letters, isRight))
            .DistinctBy(finding => (finding.Start, finding.Fix));
    }

    // Common words are short, and only a person who reads on sees two of them run together; so nothing may stand between their signs, and one sign may be wrong.
    private IEnumerable<(KnownWord Word, int First)> Found(PlainLetters letters)
    {
        var (state, steps) = (SignAutomaton.Root, 0L);
        for (var at = 0; at < letters.Signs.Length; at++)
        {
            state = known.ByGroups.Next(state, known.GroupOf(letters.Signs[at]), ref steps);
            if (!known.ByGroups.EndsIn(state))
            {
                continue;
            }

            foreach (var pattern in known.ByGroups.EndingIn(state))
            {
                var word = known.All[pattern];
                var first = at - word.Signs.Length + 1;
                if (word.Kind != KnownWordKind.Common || letters.AreTogether(first, at))
                {
                    yield return (word, first);
                }
            }
        }
    }

    private static IEnumerable<RawFinding> Mistaken(KnownWord word, int first, PlainLetters letters, bool[] isRight)
    {
        int[] wrong = [.. Enumerable.Range(0, word.Signs.Length).Where(at => letters.Signs[first + at] != word.Signs[at])];
        if (word.Kind == KnownWordKind.Common && (wrong.Length > 1 || isRight[first + wrong[0]]))
        {
            yield break;
        }

        foreach (var at in wrong)
        {
            var (start, length) = letters.PlaceOf(first + at, first + at);
            var (found, right) = (new Rune(letters.Signs[first + at]).ToString(), new Rune(word.Signs[at]).ToString());
            yield return new RawFinding(
                FindingKind.MistakenSign, word.Kind == KnownWordKind.Common ? FindingSeverity.Hint : FindingSeverity.MustDecide, start, length,
                Words.FindingMistaken.With(found, right, word.Written), right, word.Source, word.Written);
        }
    }
}
