namespace Signage.Core.Planning;

/// <summary>What was found ahead of an instant: the first one at which a slot opens or closes, or how far nothing was found.</summary>
/// <param name="At">That instant.</param>
/// <param name="IsFar">True when the search ended there: the slot does neither before it, and need not do so then.</param>
internal readonly record struct EdgeAhead(DateTimeOffset At, bool IsFar)
{
    /// <summary>The earlier of two; of two at the same instant the one at which something happens. Null means never.</summary>
    public static EdgeAhead? Earlier(EdgeAhead? one, EdgeAhead? other) => (one, other) switch
    {
        (null, _) => other,
        (_, null) => one,
        ({ } left, { } right) => left.At < right.At || (left.At == right.At && !left.IsFar) ? left : right,
    };
}
