using System.Globalization;

namespace Signage.Core.Alerts;

/// <summary>Which words of a message stand on a sign.</summary>
public static class AlertWords
{
    private const string Ends = "。！？；!?;";
    private const string Closing = "”’」』）)】》";
    private const char Stop = '。';

    // "mi." and "No." end no sentence.
    private const int ShortestLastWord = 4;

    /// <summary>
    /// The words of an info; null when there are none to show. Parts of the template follow each other, a full stop between two of them where the sender left it
    /// out. What is too long is cut behind the last sentence that fits; where the first sentence does not fit, the first part (the event) stands alone, and where that does
    /// not fit either there are no words: half a sentence may say the opposite of the whole. What cannot be drawn is cut in the same way; where no form can be drawn the
    /// longest stays, so that whoever is to light it can tell what is wrong with it.
    /// </summary>
    public static string? Of(AlertInfo info, AlertTemplate template)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(template);
        var parts = template.Fill(info);
        if (parts.Count == 0)
        {
            return null;
        }

        var words = Join(parts);
        var cuts = SentenceEnds(words).TakeWhile(end => Letters(words[..end]) <= template.MostLetters).Reverse();
        string[] forms =
        [
            .. ((string[])[words]).Where(whole => Letters(whole) <= template.MostLetters),
            .. cuts.Select(end => words[..end].TrimEnd()),
            .. ((string[])[parts[0]]).Where(first => Letters(first) <= template.MostLetters),
        ];
        return forms.FirstOrDefault(template.CanBeDrawn) ?? forms.FirstOrDefault();
    }

    /// <summary>
    /// The infos in the language that a sign speaks: zh-CN, else any Chinese, else the language of the first that there is. Infos of one language belong together (CAP 1.2,
    /// section 3.2.2); those of another say the same once more.
    /// </summary>
    public static IReadOnlyList<AlertInfo> InSignLanguage(IReadOnlyList<AlertInfo> infos)
    {
        ArgumentNullException.ThrowIfNull(infos);
        var language = infos.OrderBy(info => Rank(info.Language)).FirstOrDefault()?.Language;
        return [.. infos.Where(info => string.Equals(info.Language, language, StringComparison.OrdinalIgnoreCase))];
    }

    private static int Rank(string language)
    {
        string[] wanted = ["zh-CN", "zh-Hans-CN", "zh-Hans", "zh"];
        var exact = Array.FindIndex(wanted, name => string.Equals(name, language, StringComparison.OrdinalIgnoreCase));
        return exact >= 0 ? exact : language.StartsWith("zh-", StringComparison.OrdinalIgnoreCase) ? wanted.Length : wanted.Length + 1;
    }

    private static string Join(IReadOnlyList<string> parts)
    {
        var words = parts[0];
        foreach (var part in parts.Skip(1))
        {
            words += Between(words[^1], part[0]) + part;
        }

        return words;
    }

    // What the sender left out between two parts, by the letters on both sides.
    private static string Between(char last, char next)
    {
        var isLatin = char.IsAscii(last) && char.IsAscii(next);
        return Closing.Contains(last) || Ends.Contains(last) || last == '.' ? isLatin ? " " : ""
            : isLatin ? ". "
            : $"{Stop}";
    }

    private static int Letters(string text) => new StringInfo(text).LengthInTextElements;

    private static IEnumerable<int> SentenceEnds(string words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!Ends.Contains(words[i]) && !IsEnglishEnd(words, i))
            {
                continue;
            }

            var end = i + 1;
            while (end < words.Length && (Closing.Contains(words[end]) || Ends.Contains(words[end])))
            {
                end++;
            }

            yield return end;
            i = end - 1;
        }
    }

    private static bool IsEnglishEnd(string words, int at) =>
        words[at] == '.' && (at + 1 == words.Length || words[at + 1] == ' ')
        && at >= ShortestLastWord && words.AsSpan(at - ShortestLastWord, ShortestLastWord).IndexOfAnyExceptInRange('A', 'z') < 0;
}
