using System.Text;

namespace Signage.Sheets.Vocabulary;

/// <summary>
/// One form for what looks alike: digits, letters and signs in full width become the plain ones, ideographic and unbreakable spaces become a space, and what
/// the vocabulary says stands for one another.
/// </summary>
internal static class Folding
{
    private const char FirstWide = '\uFF01';
    private const char LastWide = '\uFF5E';
    private const int WideToPlain = 0xFEE0;

    /// <summary>Full width to plain, and the spaces around it gone. Words stay as they are.</summary>
    public static string Plain(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            folded.Append(letter switch
            {
                >= FirstWide and <= LastWide => (char)(letter - WideToPlain),
                '\u3000' or '\u00A0' => ' ',
                _ => letter,
            });
        }

        return folded.ToString().Trim();
    }

    /// <summary>As <see cref="Plain"/>, and what stands between days and times made one sign: <c>~</c>, <c>-</c> and <c>,</c>.</summary>
    public static string Spans(string text)
    {
        var folded = Plain(text);
        foreach (var (sign, plain) in OfficeWords.Folds)
        {
            folded = folded.Replace(sign, plain, StringComparison.Ordinal);
        }

        return folded;
    }

    /// <summary>A word as it is looked up: plain, small letters, without spaces or line ends within.</summary>
    public static string Key(string text) => string.Concat(Plain(text).Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();
}
