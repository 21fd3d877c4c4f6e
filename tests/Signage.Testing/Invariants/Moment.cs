namespace Signage.Testing.Invariants;

/// <summary>When something happened, on both clocks of a site.</summary>
/// <param name="Order">Counts what was recorded: of two events the one with the lower number was recorded first.</param>
/// <param name="Line">Line time since the history began.</param>
/// <param name="Site">Site time.</param>
public readonly record struct Moment(int Order, TimeSpan Line, DateTimeOffset Site)
{
    /// <summary>The moment as it stands in a complaint.</summary>
    public override string ToString() => FormattableString.Invariant($"#{Order} line {Line.TotalSeconds:0.000} s, site {Site:yyyy-MM-ddTHH:mm:ss.fffZ}");
}
