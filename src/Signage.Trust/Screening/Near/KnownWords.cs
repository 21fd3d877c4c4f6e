using System.Collections.Frozen;
using Signage.Trust.Screening.Folding;
using Signage.Trust.Screening.Lists;
using Signage.Trust.Screening.Search;

namespace Signage.Trust.Screening.Near;

/// <summary>All words that are right as they stand, and the signs that are mistaken for one another in them. Immutable.</summary>
internal sealed class KnownWords
{
    private readonly FrozenDictionary<int, int> _groups;

    /// <summary>Collects them.</summary>
    /// <param name="lists">Lists; those of the kind <see cref="WordListKind.Exact"/> count.</param>
    /// <param name="texts">Texts that are known whole.</param>
    /// <param name="folding">The folds.</param>
    public KnownWords(IEnumerable<WordList> lists, IEnumerable<string> texts, SignFolding folding)
    {
        _groups = SignTables.Groups("typos.txt").SelectMany(group => group.Select(sign => (sign.Value, Stands: group[0].Value)))
            .ToFrozenDictionary(pair => pair.Value, pair => pair.Stands);
        KnownWord Known(string written, KnownWordKind kind, ListVersion source) => new(written, PlainLetters.Of(FoldedText.Of(written, folding)).Signs, kind, source);
        All =
        [
            .. SignTables.Words("common-words.txt").Select(word => Known(word, KnownWordKind.Common, BuiltInRules.Mistaken)),
            .. texts.Select(text => Known(text, KnownWordKind.Text, BuiltInRules.KnownTexts)),
            .. lists.Where(list => list.Kind == WordListKind.Exact).SelectMany(list => list.Entries.SelectMany(entry => entry.Also.Prepend(entry.Word)
                .Select(word => Known(word, KnownWordKind.Exact, new ListVersion(list.Id, list.Version))))),
        ];
        ByGroups = new SignAutomaton([.. All.Select(word => word.Signs.Select(GroupOf).ToArray())]);
    }

    /// <summary>The words.</summary>
    public IReadOnlyList<KnownWord> All { get; }

    /// <summary>Finds them where signs that are mistaken for one another count as one; a pattern is a word by its index.</summary>
    public SignAutomaton ByGroups { get; }

    /// <summary>The sign that stands for all that a sign is mistaken for; the sign itself when it is in no group.</summary>
    public int GroupOf(int sign) => _groups.GetValueOrDefault(sign, sign);
}
