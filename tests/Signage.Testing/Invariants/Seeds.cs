using System.Globalization;

namespace Signage.Testing.Invariants;

/// <summary>The seeds of a run: <c>SIGNAGE_SEEDS=100</c> takes the first hundred, <c>SIGNAGE_SEED=42</c> that one alone.</summary>
public static class Seeds
{
    /// <summary>The seeds; as many as asked for in the environment, else as many as the caller has time for.</summary>
    public static IReadOnlyList<int> Of(int count)
    {
        if (Number("SIGNAGE_SEED") is { } one)
        {
            return [one];
        }

        return [.. Enumerable.Range(1, Math.Max(1, Number("SIGNAGE_SEEDS") ?? count))];
    }

    /// <summary>True when a hundred seeds or more were asked for: then faults last as long as the list of faults says.</summary>
    public static bool IsLong => Number("SIGNAGE_SEEDS") is >= 100;

    /// <summary>True when more seeds than one were asked for: there is time for a fault that lasts about a minute, once.</summary>
    public static bool AreMany => Number("SIGNAGE_SEEDS") is > 1;

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
