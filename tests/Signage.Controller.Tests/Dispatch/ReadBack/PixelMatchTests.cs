using Signage.Controller.Dispatch.ReadBack;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Tests.Dispatch.ReadBack;

/// <summary>What a card hands back is right when the show looks like that at some moment of the window, within what the profile allows.</summary>
public sealed class PixelMatchTests
{
    private static readonly ReadBackRules Exact = new(10, 0, 0, 20);
    private static readonly Show Moving = Make(
        new Page(Picture("#......."), Effect.ContinuousLeft, TimeSpan.FromMilliseconds(100), TimeSpan.Zero),
        new Page(Picture("########"), Effect.Static, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(2)));

    private static readonly Show Coloured = new(
        PanelFace.Parse("8x2xrgb"), "test", [new ShowPage(new Page(Rgb(200), Effect.Static, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)), Revision.Blank)]);

    [Theory]
    [InlineData("#.......", 0, 50, true)]
    [InlineData("......#.", 150, 250, true)]
    [InlineData("......#.", 0, 190, false)]
    [InlineData("########", 700, 900, true)]
    [InlineData("########", 0, 700, false)]
    [InlineData("........", 0, 100_000, false)]
    public void Picture_WhenOfAMomentInTheWindow_Matches(string row, int from, int to, bool matches) =>
        Assert.Equal(matches, PixelMatch.Of(Picture(row), Moving, Exact, (TimeSpan.FromMilliseconds(from), TimeSpan.FromMilliseconds(to))).Matches);

    [Fact]
    public void Picture_WhenNothingFits_TellsHowFarTheNearestIs() =>
        Assert.Equal(new PixelMatch(false, 2), PixelMatch.Of(Picture("##......"), Moving, Exact, (TimeSpan.Zero, TimeSpan.FromMilliseconds(50))));

    [Fact]
    public void Picture_WhenTheLoopCannotBeFollowed_MatchesAtAnyMoment() =>
        Assert.True(PixelMatch.Of(Picture("########"), Moving, Exact with { AnyMoment = true }, (TimeSpan.Zero, TimeSpan.Zero)).Matches);

    [Fact]
    public void Picture_WhenAWholeLoopLater_MatchesAllTheSame()
    {
        var loop = new LoopPlayer(Moving.Loop, Moving.Face.Size).Length;
        Assert.True(PixelMatch.Of(Picture("......#."), Moving, Exact, ((loop * 7) + TimeSpan.FromMilliseconds(150), (loop * 7) + TimeSpan.FromMilliseconds(250))).Matches);
    }

    [Theory]
    [InlineData(200, 0, 0, true)]
    [InlineData(203, 3, 0, true)]
    [InlineData(204, 3, 0, false)]
    [InlineData(204, 3, 16, true)]
    [InlineData(204, 3, 15, false)]
    public void Picture_WhenColoursAreOff_MatchesWithinTheTolerance(byte value, int tolerance, int wrong, bool matches) => Assert.Equal(
        matches,
        PixelMatch.Of(Rgb(value), Coloured, Exact with { ChannelTolerance = tolerance, WrongPixels = wrong }, (TimeSpan.Zero, TimeSpan.Zero)).Matches);

    [Fact]
    public void Picture_WhenOfAnotherFace_IsWrongInEveryPixel() =>
        Assert.Equal(new PixelMatch(false, 16), PixelMatch.Of(PixelFrame.ParseMono("#."), Moving, Exact, (TimeSpan.Zero, TimeSpan.Zero)));

    [Fact]
    public void Window_WhenTheLoopsBeginningIsUncertain_IsAsWideAsThat()
    {
        var (from, to) = new LoopClock(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)).Window(TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(12));
        Assert.InRange(from, TimeSpan.FromSeconds(8.8), TimeSpan.FromSeconds(9));
        Assert.InRange(to, TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(11.2));
    }

    private static PixelFrame Picture(string row) => PixelFrame.ParseMono($"{row}\n{row}");

    private static PixelFrame Rgb(byte value) =>
        PixelFrame.Create(new PixelSize(8, 2), PixelLayout.Rgb, value, static (cells, light) => cells.Fill(light));

    private static Show Make(params Page[] pages) =>
        new(PanelFace.Parse("8x2x1"), "test", [.. pages.Select(page => new ShowPage(page, Revision.Blank))]);
}
