using Signage.Trust.Screening.Folding;
using Signage.Trust.Screening.Lists;

namespace Signage.Trust.Screening.Search;

/// <summary>Makes patterns of the entries of lists.</summary>
internal static class WordPatterns
{
    // Every mixture of signs and syllables is a pattern of its own; of longer words only the whole spelling is.
    private const int MostMixed = 5;

    /// <summary>All patterns of a list.</summary>
    public static IEnumerable<WordPattern> Of(WordList list, SignFolding folding) => list.Entries.SelectMany(entry =>
        entry.Also.Prepend(entry.Word).Select(word => (Kind: PatternKind.Word, Written: word))
            .Concat(Spellings(entry).Distinct(StringComparer.Ordinal).Select(spelling => (Kind: PatternKind.Pinyin, Written: spelling)))
            .Concat(entry.Except.Select(phrase => (Kind: PatternKind.Except, Written: phrase)))
            .Select(pattern => new WordPattern(list, entry, pattern.Kind, pattern.Written, Letters(pattern.Written, folding))));

    /// <summary>The folded letters of a word.</summary>
    public static int[] Letters(string word, SignFolding folding)
    {
        var letters = new List<int>();
        foreach (var sign in FoldedText.Of(word, folding).Signs.Span)
        {
            if (sign.Role != SignRole.Between)
            {
                letters.Add(sign.Full);
            }
        }

        return [.. letters];
    }

    private static IEnumerable<string> Spellings(WordEntry entry)
    {
        if (entry.Pinyin.Length == 0)
        {
            yield break;
        }

        var toned = entry.Pinyin.Split(' ');
        string[] plain = [.. toned.Select(syllable => syllable.TrimEnd('1', '2', '3', '4', '5'))];
        yield return string.Concat(plain);
        yield return string.Concat(toned);

        // Keyboards have no ü.
        yield return string.Concat(plain).Replace('\u00FC', 'v');
        string[] signs = [.. entry.Word.EnumerateRunes().Select(sign => sign.ToString())];
        for (var mixture = 1; signs.Length <= MostMixed && mixture < 1 << signs.Length; mixture++)
        {
            yield return string.Concat(signs.Select((sign, at) => (mixture & (1 << at)) != 0 ? plain[at] : sign));
        }
    }
}
