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
    public async Task Picture_WhenOfAMomentInTheWindow_Matches(string row, int from, int to, bool matches) =>
        Assert.Equal(matches, (await Of(Picture(row), Moving, Exact, from, to)).Matches);

    [Fact]
    public async Task Picture_WhenNothingFits_TellsHowFarTheNearestIs() =>
        Assert.Equal((false, 2), Told(await Of(Picture("##......"), Moving, Exact, 0, 50)));

    [Fact]
    public async Task Picture_WhenTheLoopCannotBeFollowed_MatchesAtAnyMomentAndTellsWhen()
    {
        var match = await Of(Picture("########"), Moving, Exact with { AnyMoment = true }, 0, 0);
        Assert.Equal((true, TimeSpan.FromSeconds(2.8)), (match.Matches, match.Loop));
        Assert.Equal([new LoopSpan(TimeSpan.FromSeconds(0.8), TimeSpan.FromSeconds(2.8))], match.Stretches);
    }

    [Fact]
    public async Task Picture_WhenTheLoopHasMoreMomentsThanCanBeLookedAt_IsUnknownAndNotWrong()
    {
        var strip = PixelFrame.Dark(new PixelSize(8_000, 2), PixelLayout.Mono);
        var endless = Make([.. Enumerable.Repeat(new Page(strip, Effect.ContinuousLeft, TimeSpan.FromMilliseconds(1), TimeSpan.Zero), 3)
            .Select((page, i) => page with { Repeat = i + 1, Step = TimeSpan.FromMilliseconds(i + 1) })]);
        var match = await Of(Picture("########"), endless, Exact with { AnyMoment = true }, 0, 0);
        Assert.Equal((false, true), (match.Matches, match.IsCutOff));
    }

    [Fact]
    public async Task Comparison_WhenSomethingIsMoreUrgent_GivesUp() => await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
        PixelMatch.OfAsync(Picture("#......."), Moving, Exact, (TimeSpan.Zero, TimeSpan.Zero), new CancellationToken(canceled: true)));

    [Fact]
    public async Task Picture_WhenAWholeLoopLater_MatchesAllTheSame()
    {
        var loop = (int)new LoopPlayer(Moving.Loop, Moving.Face.Size).Length.TotalMilliseconds;
        Assert.True((await Of(Picture("......#."), Moving, Exact, (loop * 7) + 150, (loop * 7) + 250)).Matches);
    }

    [Theory]
    [InlineData(200, 0, 0, true)]
    [InlineData(203, 3, 0, true)]
    [InlineData(204, 3, 0, false)]
    [InlineData(204, 3, 16, true)]
    [InlineData(204, 3, 15, false)]
    public async Task Picture_WhenColoursAreOff_MatchesWithinTheTolerance(byte value, int tolerance, int wrong, bool matches) =>
        Assert.Equal(matches, (await Of(Rgb(value), Coloured, Exact with { ChannelTolerance = tolerance, WrongPixels = wrong }, 0, 0)).Matches);

    [Fact]
    public async Task Picture_WhenOfAnotherFace_IsWrongInEveryPixel() =>
        Assert.Equal((false, 16), Told(await Of(PixelFrame.ParseMono("#."), Moving, Exact, 0, 0)));

    [Fact]
    public void Window_WhenTheLoopsBeginningIsUncertain_IsAsWideAsThat()
    {
        var (from, to) = new LoopClock(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)).Window(TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(12));
        Assert.InRange(from, TimeSpan.FromSeconds(8.8), TimeSpan.FromSeconds(9));
        Assert.InRange(to, TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(11.2));
    }

    private static Task<PixelMatch> Of(PixelFrame seen, Show show, ReadBackRules rules, int from, int to) =>
        PixelMatch.OfAsync(seen, show, rules, (TimeSpan.FromMilliseconds(from), TimeSpan.FromMilliseconds(to)), TestContext.Current.CancellationToken);

    private static (bool Matches, int WrongPixels) Told(PixelMatch match) => (match.Matches, match.WrongPixels);

    private static PixelFrame Picture(string row) => PixelFrame.ParseMono($"{row}\n{row}");

    private static PixelFrame Rgb(byte value) =>
        PixelFrame.Create(new PixelSize(8, 2), PixelLayout.Rgb, value, static (cells, light) => cells.Fill(light));

    private static Show Make(params Page[] pages) =>
        new(PanelFace.Parse("8x2x1"), "test", [.. pages.Select(page => new ShowPage(page, Revision.Blank))]);
}
