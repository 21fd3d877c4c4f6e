using Signage.Protocols.Profiles;

namespace Signage.Protocols.Tests.Profiles;

public sealed class BrightnessScaleTests
{
    [Theory]
    [InlineData(15, 100, 15)]
    [InlineData(15, 99, 14)]
    [InlineData(15, 50, 7)]
    [InlineData(15, 1, 1)]
    [InlineData(15, 0, 0)]
    [InlineData(255, 50, 127)]
    [InlineData(255, 1, 2)]
    public void Level_WhenAtMost_IsNotBrighterThanWantedButLit(int most, int percent, int level) =>
        Assert.Equal(level, new BrightnessScale(0, most).Level(percent, atMost: true));

    [Theory]
    [InlineData(15, 50, 8)]
    [InlineData(15, 1, 0)]
    [InlineData(255, 50, 128)]
    public void Level_WhenNearest_IsRounded(int most, int percent, int level) => Assert.Equal(level, new BrightnessScale(0, most).Level(percent, atMost: false));

    [Theory]
    [InlineData(1, 16)]
    [InlineData(0, 15)]
    [InlineData(0, 255)]
    public void Level_WhenAtMost_NeverExceedsThePercentageAboveTheLeastStep(int least, int most)
    {
        var scale = new BrightnessScale(least, most);
        foreach (var percent in Enumerable.Range(1, 100))
        {
            var level = scale.Level(percent, atMost: true);
            Assert.InRange(level, least + 1, most);
            Assert.True(level == least + 1 || (level - least) * 100 <= percent * (most - least), $"{percent} % became {level} of {least} to {most}");
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void Level_WhenNoPercentage_IsRefused(int percent) => Assert.Throws<NotSupportedException>(() => new BrightnessScale(0, 15).Level(percent, atMost: true));

    [Fact]
    public void Percent_OfTheDimmestLight_IsNotNone() => Assert.Equal((0, 1, 100), (new BrightnessScale(0, 255).Percent(0), new BrightnessScale(0, 255).Percent(1), new BrightnessScale(0, 255).Percent(255)));
}
