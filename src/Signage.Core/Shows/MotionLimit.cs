using Signage.Core.Programmes;

namespace Signage.Core.Shows;

/// <summary>How slowly what is lit has to change. Under any limit nothing blinks. A value.</summary>
/// <param name="LeastStay">How long a still stands at least.</param>
/// <param name="LeastStep">The least time for one pixel of movement.</param>
/// <param name="MayMove">False when nothing moves at all: long texts stand on pages instead.</param>
public sealed record MotionLimit(TimeSpan LeastStay, TimeSpan LeastStep, bool MayMove)
{
    /// <summary>What both ask for together; null when neither is there.</summary>
    public static MotionLimit? Strictest(MotionLimit? one, MotionLimit? other) => one is null || other is null
        ? one ?? other
        : new MotionLimit(Later(one.LeastStay, other.LeastStay), Later(one.LeastStep, other.LeastStep), one.MayMove && other.MayMove);

    /// <summary>
    /// An author's wish as far as a card may follow it: an effect that the card has, and may not play now, is left to the layout. One that the card has not
    /// stays, and is refused as always.
    /// </summary>
    /// <param name="style">The wish.</param>
    /// <param name="card">What the card can.</param>
    /// <param name="bound">What it may, see <see cref="CardAbilities.Within"/>.</param>
    public static ShowStyle Soften(ShowStyle style, CardAbilities card, CardAbilities bound)
    {
        ArgumentNullException.ThrowIfNull(style);
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(bound);
        return style.Effect is { } effect && card.Effects.ContainsKey(effect) && !bound.Effects.ContainsKey(effect) ? style with { Effect = null } : style;
    }

    /// <summary>True when an effect may be played by a card.</summary>
    /// <param name="effect">The effect as it is played.</param>
    /// <param name="mayMove">Whether something may move, and the card is slow enough.</param>
    /// <param name="mayStand">Whether the card can let a still stand for long enough.</param>
    internal static bool Allows(Effect effect, bool mayMove, bool mayStand) => effect switch
    {
        Effect.Static => mayStand,
        Effect.MoveLeft or Effect.MoveUp => mayMove && mayStand,
        Effect.ContinuousLeft => mayMove,
        _ => false,
    };

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
