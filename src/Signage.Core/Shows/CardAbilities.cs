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
    /// <summary>On how many pages a text may stand before it is drawn smaller. More than four nobody waits for.</summary>
    public int MostPages { get; init; } = 4;

    /// <summary>The same card, if it could not move a strip and held so many pages of a text.</summary>
    public CardAbilities Still(int mostPages) => this with
    {
        Effects = Effects.Where(pair => pair.Key != Effect.ContinuousLeft && pair.Value != Effect.ContinuousLeft).ToDictionary(pair => pair.Key, pair => pair.Value),
        MostPages = mostPages,
    };

    /// <summary>What a policy leaves of it; null when nothing binds it.</summary>
    public MotionLimit? Limit { get; private init; }

    /// <summary>What of it may be used under a limit.</summary>
    public CardAbilities Within(MotionLimit? limit)
    {
        if (limit is null)
        {
            return this;
        }

        TimeSpan[] slow = [.. Steps.Where(step => step >= limit.LeastStep)];
        var (mayMove, mayStand) = (limit.MayMove && slow.Length > 0, LongestStay >= limit.LeastStay);
        return this with
        {
            Effects = Effects.Where(pair => MotionLimit.Allows(pair.Value, mayMove, mayStand)).ToDictionary(),
            Steps = slow.Length > 0 ? slow : [Steps[^1]],
            DefaultStep = slow.Length > 0 ? slow.FirstOrDefault(step => step >= DefaultStep, slow[^1]) : Steps[^1],
            Limit = limit,
        };
    }

    /// <summary>The step of the card nearest to a wish; the slower one of two equally near, because slow is legible.</summary>
    public TimeSpan NearestStep(TimeSpan wish) => Steps.OrderBy(step => (step - wish).Duration()).ThenByDescending(step => step).First();

    /// <summary>A stay in whole units of the card, rounded to the nearest, at least one unit and what a limit asks for, at most <see cref="LongestStay"/>.</summary>
    public TimeSpan NearestStay(TimeSpan wish)
    {
        var units = Math.Max(1, (long)Math.Round(wish / StayUnit, MidpointRounding.AwayFromZero));
        var stay = StayUnit * Math.Max(units, (long)Math.Ceiling((Limit?.LeastStay ?? TimeSpan.Zero) / StayUnit));
        return stay > LongestStay ? LongestStay : stay;
    }
}
