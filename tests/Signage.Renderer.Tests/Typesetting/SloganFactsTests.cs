using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Renderer.Fonts;
using Signage.Renderer.Typesetting;

namespace Signage.Renderer.Tests.Typesetting;

/// <summary>Facts about the eighteen slogans that were counted by hand.</summary>
public sealed class SloganFactsTests : IDisposable
{
    private readonly LedFont _font = new(FontFile.Unifont);

    [Theory]
    [InlineData(128, 0)]
    [InlineData(160, 0)]
    [InlineData(192, 8)]
    [InlineData(256, 13)]
    [InlineData(320, 18)]
    public void Advise_WhenSixteenRows_LetsThisManyStandStill(int width, int expected) =>
        Assert.Equal(expected, Kinds(width, 16).Count(kind => kind == LayoutKind.Static));

    [Theory]
    [InlineData(96, 7)]
    [InlineData(112, 9)]
    [InlineData(128, 12)]
    [InlineData(144, 15)]
    [InlineData(160, 17)]
    public void Advise_WhenThirtyTwoRows_LetsThisManyStandInTwoLines(int width, int expected) =>
        Assert.Equal(expected, Kinds(width, 32).Count(kind => kind == LayoutKind.Lines));

    [Fact]
    public void Breaks_WhenAnySlogan_KeepMarksOffLineStarts()
    {
        foreach (var (first, second) in CharityPack.Instance.Slogans.SelectMany(slogan => LineBreaks.InTwo(slogan.Text)))
        {
            Assert.DoesNotContain(second[0], "，。、！？；：”）》　");
            Assert.DoesNotContain(first[^1], "“（《　");
        }
    }

    public void Dispose() => _font.Dispose();

    private IEnumerable<LayoutKind> Kinds(int width, int height)
    {
        var advisor = new FitAdvisor(_font, 4);
        return CharityPack.Instance.Slogans.Select(
            slogan => advisor.Advise(slogan.Text, new PixelSize(width, height), TimeSpan.FromMilliseconds(20), StripUse.WhenTooLong, out _)!.Kind);
    }
}
