namespace Signage.Renderer.Typesetting;

/// <summary>How long a passer-by needs for words that stand still.</summary>
internal static class ReadingTime
{
    /// <summary>Seconds for a character, marks counted too.</summary>
    public const double OfCharacter = 0.3;

    // Less is a flicker, however few the characters: the eye has to find the panel first.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    /// <summary>The shortest time for a page that another one follows.</summary>
    public static TimeSpan OfPage(IReadOnlyList<string> lines)
    {
        var time = TimeSpan.FromSeconds(lines.Sum(line => line.EnumerateRunes().Count()) * OfCharacter);
        return time > Least ? time : Least;
    }
}
