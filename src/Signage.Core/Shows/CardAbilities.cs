using Signage.Core.Programmes;

namespace Signage.Core.Shows;

/// <summary>What a card model can express, for the renderer: it rounds every page to these values so that desired and decoded pages can be equal.</summary>
/// <param name="ProfileId">The card model.</param>
/// <param name="Effects">Each canonical effect that the card has, and the one it plays for it (itself when exact, another when only near). A missing one is not supported.</param>
/// <param name="Steps">The times per pixel that the card knows, ascending, at least one.</param>
/// <param name="DefaultStep">The time per pixel taken when the author chose none; one of <paramref name="Steps"/>.</param>
/// <param name="StayUnit">The grain of a stay.</param>
/// <param name="LongestStay">The longest stay.</param>
public sealed record CardAbilities(
    string ProfileId,
    IReadOnlyDictionary<Effect, Effect> Effects,
    IReadOnlyList<TimeSpan> Steps,
    TimeSpan DefaultStep,
    TimeSpan StayUnit,
    TimeSpan LongestStay)
{
    /// <summary>The step of the card nearest to a wish; the slower one of two equally near, because slow is legible.</summary>
    public TimeSpan NearestStep(TimeSpan wish) => Steps.OrderBy(step => (step - wish).Duration()).ThenByDescending(step => step).First();

    /// <summary>A stay in whole units of the card, rounded to the nearest, at least one unit and at most <see cref="LongestStay"/>.</summary>
    public TimeSpan NearestStay(TimeSpan wish)
    {
        var units = Math.Max(1, (long)Math.Round(wish / StayUnit, MidpointRounding.AwayFromZero));
        var stay = StayUnit * units;
        return stay > LongestStay ? LongestStay : stay;
    }
}
