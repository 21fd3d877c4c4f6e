using Signage.Core.Text;
using Signage.Trust.Screening.Folding;
using Signage.Trust.Screening.Search;

namespace Signage.Trust.Screening.Near;

/// <summary>
/// Names and phrases that must be written just so, with one sign that is another, missing or too many. One mistake leaves one half of a phrase as it is; the halves are
/// searched, and only where one is found the rest is compared.
/// </summary>
internal sealed class AlmostExact
{
    /// <summary>The fewest letters of a phrase. Of shorter names too many others differ by one sign: 南宁市 is not 遂宁市 with a mistake.</summary>
    public const int Fewest = 5;

    private readonly (KnownWord Word, bool IsBegin, int[] Signs)[] _halves;
    private readonly SignAutomaton _automaton;

    /// <summary>Makes the halves.</summary>
    public AlmostExact(KnownWords known)
    {
        _halves = [.. known.All.Where(word => word.Kind == KnownWordKind.Exact && word.Signs.Length >= Fewest).SelectMany(word => new[]
        {
            (word, true, word.Signs[..(word.Signs.Length / 2)]),
            (word, false, word.Signs[(word.Signs.Length / 2)..]),
        })];
        _automaton = new SignAutomaton([.. _halves.Select(half => half.Signs)]);
    }

    /// <summary>The findings of one text.</summary>
    public IEnumerable<RawFinding> In(FoldedText text)
    {
        var letters = PlainLetters.Of(text);
        var (state, steps) = (SignAutomaton.Root, 0L);
        var backwards = letters.Signs.Reverse().ToArray();
        for (var at = 0; at < letters.Signs.Length; at++)
        {
            state = _automaton.Next(state, letters.Signs[at], ref steps);
            foreach (var pattern in _automaton.EndingIn(state))
            {
                if (Compare(_halves[pattern], at, letters, backwards) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private static RawFinding? Compare((KnownWord Word, bool IsBegin, int[] Signs) half, int at, PlainLetters letters, int[] backwards)
    {
        var phrase = half.Word.Signs;
        var (first, last) = (at - half.Signs.Length + 1, at);
        if (half.IsBegin)
        {
            if (OneEdit.LengthOf(letters.Signs.AsSpan(at + 1), phrase.AsSpan(half.Signs.Length)) is not { } length)
            {
                return null;
            }

            last += length;
        }
        else
        {
            var rest = phrase[..^half.Signs.Length];
            Array.Reverse(rest);
            if (OneEdit.LengthOf(backwards.AsSpan(backwards.Length - first), rest) is not { } length)
            {
                return null;
            }

            first -= length;
        }

        var (start, size) = letters.PlaceOf(first, last);
        return new RawFinding(
            FindingKind.NotExact, FindingSeverity.MustDecide, start, size, Words.FindingNotExact.With(half.Word.Written),
            letters.AreTogether(first, last) ? half.Word.Written : null, half.Word.Source, half.Word.Written);
    }
}
