using System.Buffers;

namespace Signage.Renderer.Typesetting;

/// <summary>Where a text may be broken: the rules of line ends, its own pauses, and every way to break it in two there.</summary>
internal static class LineBreaks
{
    private const string NeverFirst = "，。、！？；：”’）》」』】…—,.!?;:)";
    private const string NeverLast = "“‘（《「『【(";
    private const string Pauses = "，。、！？；：…";
    private const char WideSpace = '　';
    private static readonly SearchValues<char> PauseMarks = SearchValues.Create(Pauses);

    /// <summary>True when one line may end with a character and the next begin with another.</summary>
    public static bool MayPart(char last, char first) =>
        !NeverLast.Contains(last, StringComparison.Ordinal) && !NeverFirst.Contains(first, StringComparison.Ordinal);

    /// <summary>A text without the marks at its end, which a reader hardly sees.</summary>
    public static ReadOnlySpan<char> Body(ReadOnlySpan<char> text) => text.TrimEnd(NeverFirst);

    /// <summary>True when a text ends with a mark at which a reader pauses, closing quotation marks and brackets behind it or not.</summary>
    public static bool EndsWithPause(string text) => text.AsSpan(Body(text).Length).ContainsAny(PauseMarks);

    /// <summary>
    /// Every way to break a text in two lines that obeys the rules of line ends: behind its own punctuation, or at a full-width space, which is
    /// dropped.
    /// </summary>
    public static IEnumerable<(string First, string Second)> InTwo(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            var first = text[..i];
            var second = text[i..];
            if (text[i] == WideSpace)
            {
                first = first.TrimEnd(WideSpace);
                second = second.TrimStart(WideSpace);
            }
            else if (!Pauses.Contains(first[^1], StringComparison.Ordinal))
            {
                continue;
            }

            if (first.Length > 0 && second.Length > 0 && second[0] != WideSpace && MayPart(first[^1], second[0]))
            {
                yield return (first, second);
            }
        }
    }
}
