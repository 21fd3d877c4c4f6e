using Signage.Cli.Arguments;
using Signage.Core.Programmes;

namespace Signage.Cli.Tests.Arguments;

public sealed class WordTests
{
    [Theory]
    [InlineData("static", Effect.Static)]
    [InlineData("left", Effect.MoveLeft)]
    [InlineData("moveLeft", Effect.MoveLeft)]
    [InlineData("scroll", Effect.ContinuousLeft)]
    [InlineData("continuousLeft", Effect.ContinuousLeft)]
    [InlineData("UP", Effect.MoveUp)]
    [InlineData("blink", Effect.Blink)]
    public void Effect_WhenOfAKnownWord_IsRead(string word, Effect expected)
    {
        Assert.True(EffectWords.TryParse(word, out var effect));
        Assert.Equal(expected, effect);
    }

    [Fact]
    public void Effect_WhenWritten_ReadsBackAsItself() =>
        Assert.All(Enum.GetValues<Effect>(), effect =>
        {
            Assert.True(EffectWords.TryParse(EffectWords.Of(effect), out var read));
            Assert.Equal(effect, read);
        });

    [Theory]
    [InlineData("2026-11-23T16:42:13+08:00", "2026-11-23T08:42:13.0000000+00:00")]
    [InlineData("2026-11-23T16:42+08:00", "2026-11-23T08:42:00.0000000+00:00")]
    [InlineData("2026-11-23T08:42:13.5Z", "2026-11-23T08:42:13.5000000+00:00")]
    [InlineData("2000-01-01T00:00+08:00", "1999-12-31T16:00:00.0000000+00:00")]
    [InlineData("2999-12-31T23:59-08:00", "3000-01-01T07:59:00.0000000+00:00")]
    public void Instant_WhenItHasItsOffset_IsRead(string text, string utc)
    {
        Assert.True(Instants.TryParse(text, out var instant));
        Assert.Equal(utc, instant.ToUniversalTime().ToString("O"));
    }

    [Theory]
    [InlineData("2026-11-23T16:42:13")]
    [InlineData("2026-11-23")]
    [InlineData("23.11.2026 16:42")]
    [InlineData("9999-12-31T00:00:00Z")]
    [InlineData("1999-12-31T23:59:59Z")]
    [InlineData("1999-12-31T23:59:59-08:00")]
    [InlineData("3000-01-01T00:00:00+08:00")]
    [InlineData("")]
    public void Instant_WhenItHasNoOffsetOrIsFarAway_IsNone(string text) => Assert.False(Instants.TryParse(text, out _));

    [Theory]
    [InlineData("onbon/bx-6e", "onbon/bx-6e2")]
    [InlineData("onbn/bx-6e2", "onbon/bx-6e2")]
    [InlineData("6q2", "onbon/bx-6q2")]
    public void NearNames_WhenSomethingIsMistyped_OffersTheNearestFirst(string wrong, string meant) =>
        Assert.Equal(meant, NearNames.Of(wrong, ["onbon/bx-6q2", "onbon/bx-6e2", "huidu/hd-a3"])[0]);

    [Fact]
    public void NearNames_WhenNothingIsNear_OffersNothing() => Assert.Empty(NearNames.Of("zzzzzzzz", ["onbon/bx-6q2", "huidu/hd-a3"]));
}
