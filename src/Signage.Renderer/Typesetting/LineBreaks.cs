namespace Signage.Renderer.Typesetting;

/// <summary>Where a slogan may be broken in two: behind its own punctuation, or at a full-width space, which is dropped.</summary>
internal static class LineBreaks
{
    private const string NeverFirst = "，。、！？；：”’）》」』】…—,.!?;:)";
    private const string NeverLast = "“‘（《「『【(";
    private const string Pauses = "，。、！？；：…";
    private const char WideSpace = '　';

    /// <summary>Every way to break a text in two lines that obeys the rules of line ends.</summary>
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

            if (first.Length > 0 && second.Length > 0 && second[0] != WideSpace && !NeverFirst.Contains(second[0], StringComparison.Ordinal) && !NeverLast.Contains(first[^1], StringComparison.Ordinal))
            {
                yield return (first, second);
            }
        }
    }
}
