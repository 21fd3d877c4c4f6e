using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Core.Tests.Shows;

/// <summary>What a limit leaves of a card.</summary>
public sealed class MotionLimitTests
{
    private static readonly CardAbilities Card = new(
        "card",
        new Dictionary<Effect, Effect>
        {
            [Effect.Static] = Effect.Static,
            [Effect.MoveLeft] = Effect.MoveLeft,
            [Effect.ContinuousLeft] = Effect.ContinuousLeft,
            [Effect.MoveUp] = Effect.Blink,
            [Effect.Blink] = Effect.Blink,
        },
        [Milliseconds(10), Milliseconds(20), Milliseconds(50)],
        Milliseconds(20),
        Milliseconds(400),
        TimeSpan.FromSeconds(60));

    [Fact]
    public void Within_WhenThereIsNoLimit_IsTheCard() => Assert.Same(Card, Card.Within(null));

    /// <summary>An effect for which the card blinks is a blinking one, whatever it is called.</summary>
    [Theory]
    [InlineData(true, 0, "Static MoveLeft ContinuousLeft")]
    [InlineData(true, 50, "Static MoveLeft ContinuousLeft")]
    [InlineData(true, 51, "Static")]
    [InlineData(false, 0, "Static")]
    public void Within_WhenLimited_LosesWhatBlinksOrIsTooQuick(bool mayMove, int step, string effects) =>
        Assert.Equal(effects, string.Join(' ', Card.Within(Limit(15, step, mayMove)).Effects.Keys.Order()));

    [Fact]
    public void Within_WhenNoStillCanStandForSoLong_LightsNoStill() =>
        Assert.Equal([Effect.ContinuousLeft], Card.Within(Limit(61, 0, true)).Effects.Keys);

    [Theory]
    [InlineData(0, 20, 10)]
    [InlineData(20, 20, 20)]
    [InlineData(21, 50, 50)]
    public void Within_WhenStepsAreTooQuick_KeepsTheSlowerOnes(int least, int usual, int quickest)
    {
        var bound = Card.Within(Limit(1, least, true));
        Assert.Equal(Milliseconds(usual), bound.DefaultStep);
        Assert.Equal(Milliseconds(quickest), bound.NearestStep(TimeSpan.Zero));
    }

    [Theory]
    [InlineData(1, 15_200)]
    [InlineData(15, 15_200)]
    [InlineData(20, 20_000)]
    public void NearestStay_WhenLimited_IsRoundedUpToTheLeast(int wish, int stay) =>
        Assert.Equal(Milliseconds(stay), Card.Within(Limit(15, 0, true)).NearestStay(TimeSpan.FromSeconds(wish)));

    [Theory]
    [InlineData(Effect.Blink, true)]
    [InlineData(Effect.ContinuousLeft, true)]
    [InlineData(Effect.Static, false)]
    public void Soften_WhenTheEffectMayNotBePlayed_LeavesItToTheLayout(Effect wish, bool isLeft)
    {
        var style = new ShowStyle(wish, Milliseconds(10), Milliseconds(900));
        Assert.Equal(isLeft ? style with { Effect = null } : style, MotionLimit.Soften(style, Card, Card.Within(Limit(15, 0, false))));
    }

    [Fact]
    public void Soften_WhenTheCardNeverHadTheEffect_KeepsTheWish()
    {
        var card = Card with { Effects = new Dictionary<Effect, Effect> { [Effect.Static] = Effect.Static } };
        var style = new ShowStyle(Effect.Blink);
        Assert.Same(style, MotionLimit.Soften(style, card, card.Within(Limit(15, 0, false))));
    }

    private static MotionLimit Limit(int stay, int step, bool mayMove) => new(TimeSpan.FromSeconds(stay), Milliseconds(step), mayMove);

    private static TimeSpan Milliseconds(int count) => TimeSpan.FromMilliseconds(count);
}
