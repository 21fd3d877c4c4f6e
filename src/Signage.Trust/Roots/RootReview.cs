using Signage.Core.Review;

namespace Signage.Trust.Roots;

/// <summary>
/// The field of a root that says how many reviews words take. It is critical: whoever does not know it may ask for three where two are enough, but must not go on as if nothing had been
/// said. A root without it takes three, always.
/// </summary>
public static class RootReview
{
    /// <summary>The name of the field. Its value has two bytes: the usual mode and that at key dates.</summary>
    public const string Name = "review";

    /// <summary>The field.</summary>
    public static RootExtension Of(ReviewPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new RootExtension(Name, IsCritical: true, new[] { (byte)policy.Usual, (byte)policy.AtKeyDates });
    }

    /// <summary>What a root says; null when its field is none that is known.</summary>
    internal static ReviewPolicy? In(IReadOnlyList<RootExtension> extensions)
    {
        var field = extensions.FirstOrDefault(extension => extension.Name == Name);
        return field is null ? ReviewPolicy.Strict
            : field is { IsCritical: true, Value.Span: [var usual, var atKeyDates] } && Enum.IsDefined((ReviewMode)usual) && Enum.IsDefined((ReviewMode)atKeyDates) && atKeyDates >= usual
                ? new ReviewPolicy((ReviewMode)usual, (ReviewMode)atKeyDates)
            : null;
    }
}
