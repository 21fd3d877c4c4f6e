namespace Signage.Testing.Invariants;

/// <summary>An invariant that did not hold.</summary>
/// <param name="Invariant">Its name, such as <c>I7</c>.</param>
/// <param name="Seed">The seed of the run.</param>
/// <param name="At">When it was seen.</param>
/// <param name="What">What was wrong, in one line.</param>
public sealed record Violation(string Invariant, int Seed, Moment At, string What)
{
    /// <summary>One line.</summary>
    public override string ToString() => $"{Invariant} seed {Seed} {At}: {What}";
}
