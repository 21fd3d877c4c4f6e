namespace Signage.Cli.Arguments;

/// <summary>Names that somebody may have meant.</summary>
internal static class NearNames
{
    private const int MostOffered = 3;

    /// <summary>The known names nearest to a wrong one, nearest first; empty when none is near.</summary>
    public static IReadOnlyList<string> Of(string wrong, IEnumerable<string> known) =>
    [
        .. known
            .Select(name => (Name: name, Distance: Distance(wrong, name)))
            .Where(near => near.Distance <= Math.Max(3, wrong.Length / 3) || near.Name.Contains(wrong, StringComparison.OrdinalIgnoreCase))
            .OrderBy(near => near.Distance)
            .ThenBy(near => near.Name, StringComparer.Ordinal)
            .Take(MostOffered)
            .Select(near => near.Name),
    ];

    // Levenshtein, one row at a time.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < to.Length; j++)
            {
                var kept = row[j + 1];
                row[j + 1] = char.ToLowerInvariant(from[i]) == char.ToLowerInvariant(to[j])
                    ? diagonal
                    : 1 + Math.Min(diagonal, Math.Min(row[j], kept));
                diagonal = kept;
            }
        }

        return row[^1];
    }
}
