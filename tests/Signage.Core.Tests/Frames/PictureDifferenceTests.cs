using Signage.Core.Frames;

namespace Signage.Core.Tests.Frames;

/// <summary>Pictures differ in pixels, not in parts of them.</summary>
public sealed class PictureDifferenceTests
{
    [Theory]
    [InlineData("#..#", "#..#", 0)]
    [InlineData("#..#", "...#", 1)]
    [InlineData("####", "....", 4)]
    public void Mono_WhenCompared_CountsPixels(string seen, string wanted, int wrong) =>
        Assert.Equal(wrong, PictureDifference.Of(PixelFrame.ParseMono(seen), PixelFrame.ParseMono(wanted), 0));

    [Theory]
    [InlineData("RGY.", "RGY.", 0)]
    [InlineData("R...", "G...", 1)]
    [InlineData("Y...", ".R..", 2)]
    public void Dual_WhenCompared_CountsAPixelOnceWhicheverOfItsColoursIsOff(string seen, string wanted, int wrong) =>
        Assert.Equal(wrong, PictureDifference.Of(PixelFrame.ParseDual(seen), PixelFrame.ParseDual(wanted), 0));

    [Theory]
    [InlineData("W...", "....", 0, 1)]
    [InlineData("WR..", "....", 0, 2)]
    [InlineData("W...", "....", 254, 1)]
    [InlineData("W...", "....", 255, 0)]
    public void Rgb_WhenCompared_CountsAPixelOnceHoweverManyOfItsColoursAreOff(string seen, string wanted, int tolerance, int wrong) =>
        Assert.Equal(wrong, PictureDifference.Of(PixelFrame.ParseRgb(seen), PixelFrame.ParseRgb(wanted), tolerance));

    [Fact]
    public void Pictures_WhenOfOtherSizesOrLayouts_DifferInEveryPixel()
    {
        Assert.Equal(4, PictureDifference.Of(PixelFrame.ParseMono("##"), PixelFrame.ParseMono("####"), 255));
        Assert.Equal(4, PictureDifference.Of(PixelFrame.ParseDual("...."), PixelFrame.ParseMono("...."), 255));
    }
}
