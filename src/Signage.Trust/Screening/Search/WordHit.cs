namespace Signage.Trust.Screening.Search;

/// <summary>A pattern found in a folded text. Immutable.</summary>
/// <param name="Pattern">Which pattern, by its index.</param>
/// <param name="Signs">Indexes of the folded signs that spell it, in order.</param>
internal sealed record WordHit(int Pattern, IReadOnlyList<int> Signs)
{
    /// <summary>Index of the first folded sign.</summary>
    public int First => Signs[0];

    /// <summary>Index of the last folded sign.</summary>
    public int Last => Signs[^1];

    /// <summary>True when the signs follow one another with nothing stepped over.</summary>
    public bool IsDirect => Last - First + 1 == Signs.Count;
}
