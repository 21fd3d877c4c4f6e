namespace Signage.Testing.Invariants;

/// <summary>Something that must hold in every history, whatever went wrong.</summary>
public interface IInvariant
{
    /// <summary>Its name, such as <c>I7</c>.</summary>
    string Name { get; }

    /// <summary>Every moment at which it did not hold, and why.</summary>
    IEnumerable<(Moment At, string What)> Breaches(SiteHistory history);
}
