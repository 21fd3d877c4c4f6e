using Signage.Core.Text;

namespace Signage.Sheets;

/// <summary>Mistakes of a file for a person: as many as are read in one go, and how many more there are.</summary>
internal static class SheetMistakes
{
    /// <summary>The most that are shown.</summary>
    public const int Most = 20;

    /// <summary>The first of them, and a last line that counts the rest.</summary>
    public static IReadOnlyList<string> Bounded(IReadOnlyList<string> all) =>
        all.Count <= Most ? all : [.. all.Take(Most), Words.MoreMistakes.With(all.Count - Most)];
}
