using Signage.Core.Text;
using Signage.Trust.Screening.Folding;
using Signage.Trust.Screening.Lists;

namespace Signage.Trust.Screening.Search;

/// <summary>What the words of lists have to say about a text.</summary>
internal sealed class WordFindings
{
    private readonly WordPattern[] _patterns;
    private readonly SignAutomaton _automaton;

    /// <summary>Makes them ready for many texts.</summary>
    public WordFindings(IEnumerable<WordList> lists, SignFolding folding)
    {
        _patterns = [.. lists.SelectMany(list => WordPatterns.Of(list, folding))];
        _automaton = new SignAutomaton([.. _patterns.Select(pattern => pattern.Signs)]);
    }

    /// <summary>The findings of one text.</summary>
    public IEnumerable<RawFinding> In(FoldedText text, ScreenContext context)
    {
        var search = new WordSearch(_automaton);
        var hits = search.In(text);
        if (search.IsCut)
        {
            yield return new RawFinding(FindingKind.TooMuch, FindingSeverity.Refused, 0, 0, Words.FindingTooManyWords.With(WordSearch.MostHits), null, BuiltInRules.Signs);
        }

        var excepted = new ExceptedPlaces(hits.Where(hit => _patterns[hit.Pattern].Kind == PatternKind.Except && hit.IsDirect)
            .Select(hit => (_patterns[hit.Pattern].Entry, hit.First, hit.Last)));
        var told = new HashSet<(string, string, int)>(hits.Count);

        // What stands there as it is says more than a reading round corners of the same word.
        foreach (var hit in hits.OrderByDescending(hit => hit.IsDirect))
        {
            var pattern = _patterns[hit.Pattern];
            if (pattern.Kind != PatternKind.Except && !excepted.Hold(pattern.Entry, hit.First, hit.Last)
                && Finding(pattern, hit, text, context) is { } finding && told.Add((pattern.List.Id, pattern.Entry.Word, hit.Last)))
            {
                yield return finding;
            }
        }
    }

    private static RawFinding? Finding(WordPattern pattern, WordHit hit, FoldedText text, ScreenContext context) => pattern.List.Kind switch
    {
        WordListKind.Forbidden => Forbidden(pattern, hit, text),
        WordListKind.Exact => NotExact(pattern, hit, text),
        _ => OtherPlace(pattern, hit, text, context),
    };

    private static RawFinding Forbidden(WordPattern pattern, WordHit hit, FoldedText text)
    {
        // Two sentences can meet by chance, and pinyin can be a name: there a person decides.
        var isCertain = pattern.Kind == PatternKind.Word && hit.IsDirect;
        var (start, length) = text.PlaceOf(hit.First, hit.Last);
        var isAsWritten = text.Original.AsSpan(start, length).SequenceEqual(pattern.Written);
        var why = isAsWritten ? Words.FindingForbidden.With(pattern.Entry.Word) : Words.FindingForbiddenDisguised.With(pattern.Entry.Word);
        return new RawFinding(
            FindingKind.ForbiddenWord, isCertain ? FindingSeverity.Refused : FindingSeverity.MustDecide, start, length, why, pattern.Entry.Suggestion, Of(pattern), pattern.Entry.Word);
    }

    // The same letters, and yet other signs: 中華慈善日, or a full-width letter.
    private static RawFinding? NotExact(WordPattern pattern, WordHit hit, FoldedText text)
    {
        if (pattern.Kind != PatternKind.Word || SpelledIn(text, hit) == pattern.Written)
        {
            return null;
        }

        var (start, length) = text.PlaceOf(hit.First, hit.Last);
        return new RawFinding(
            FindingKind.NotExact, FindingSeverity.MustDecide, start, length, Words.FindingNotExact.With(pattern.Written), hit.IsDirect ? pattern.Written : null, Of(pattern), pattern.Entry.Word);
    }

    private static RawFinding? OtherPlace(WordPattern pattern, WordHit hit, FoldedText text, ScreenContext context)
    {
        if (pattern.Kind != PatternKind.Word || !hit.IsDirect || context.OwnPlaces.Count == 0
            || context.OwnPlaces.Contains(pattern.Entry.Word) || pattern.Entry.Also.Any(context.OwnPlaces.Contains))
        {
            return null;
        }

        var (start, length) = text.PlaceOf(hit.First, hit.Last);
        return new RawFinding(
            FindingKind.OtherPlace, FindingSeverity.MustDecide, start, length, Words.FindingOtherPlace.With(pattern.Written), pattern.Entry.Suggestion, Of(pattern), pattern.Entry.Word);
    }

    private static string SpelledIn(FoldedText text, WordHit hit) => string.Concat(hit.Signs
        .Select(at => text.Signs.Span[at])
        .DistinctBy(sign => sign.Start)
        .Select(sign => text.Original.Substring(sign.Start, sign.Length)));

    private static ListVersion Of(WordPattern pattern) => new(pattern.List.Id, pattern.List.Version);
}
