using CsCheck;
using Signage.Controller.Dispatch.ReadBack;

namespace Signage.Controller.Tests.Dispatch.ReadBack;

/// <summary>A loop that goes on is never called standing; one that stands is not called going for long.</summary>
public sealed class LoopWatchTests
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    [Fact]
    public void Loop_WhenItShowsOnePicture_GoesAtOnce() =>
        Assert.Equal((LoopMotion.Goes, Every), new LoopWatch().Saw(Match([new(TimeSpan.Zero, Seconds(5))], 5), Seconds(3), Seconds(3), Every));

    [Fact]
    public void Loop_WhenOnlyOneOfItsPicturesWasSeen_IsUnprovenAndAskedSoon()
    {
        var (motion, askIn) = new LoopWatch().Saw(Page(0, 10, 5), Seconds(3), Seconds(3), Every);
        Assert.Equal(LoopMotion.Unproven, motion);
        Assert.InRange(askIn, Seconds(6), Seconds(6.5));
    }

    [Fact]
    public void Loop_WhenAnotherPictureIsSeen_Goes()
    {
        var watch = new LoopWatch();
        watch.Saw(Page(0, 10, 5), Seconds(3), Seconds(3), Every);
        Assert.Equal((LoopMotion.Goes, Every), watch.Saw(Page(1, 10, 5), Seconds(9), Seconds(9), Every));
    }

    [Fact]
    public void Loop_WhenItIsFrozenAfterItWent_IsSoonNotCalledGoing()
    {
        // The first question after it froze may find another page than the one before, as if it had turned; the next finds the same, and so do three more.
        const double Loop = 10;
        for (var frozen = 100.0; frozen < 110; frozen += 0.5)
        {
            TimeSpan Card(TimeSpan at) => at < Seconds(frozen) ? at : Seconds(frozen);
            var until = Seconds(frozen) + (2 * Every) + Seconds(3 * Loop * 0.618);
            Assert.Contains(LoopMotion.Goes, Follow(new LoopWatch(), Loop, Loop / 2, Card, Seconds(frozen)));
            Assert.NotEqual(LoopMotion.Goes, Follow(new LoopWatch(), Loop, Loop / 2, Card, until)[^1]);
            Assert.Equal(LoopMotion.Stands, Follow(new LoopWatch(), Loop, Loop / 2, Card, until + Every)[^1]);
        }
    }

    [Fact]
    public void Loop_WhenItIsForgotten_HasToBeSeenToGoAgain()
    {
        var watch = new LoopWatch();
        watch.Saw(Page(0, 10, 5), Seconds(3), Seconds(3), Every);
        watch.Saw(Page(1, 10, 5), Seconds(9), Seconds(9), Every);
        watch.Forget();
        Assert.Equal(LoopMotion.Unproven, watch.Saw(Page(1, 10, 5), Seconds(12), Seconds(12), Every).Motion);
    }

    // Any two pages, a clock that is off by up to two in a hundred, answers that take up to half a second.
    [Fact]
    public void Loop_WhenItGoesOn_IsNeverCalledStanding() =>
        Gen.Select(Gen.Double[1, 60], Gen.Double[0.05, 0.95], Gen.Double[-0.02, 0.02], Gen.Double[0, 60], Gen.Int[0, 500]).Sample((loop, share, off, begun, slow) =>
        {
            var seen = Follow(new LoopWatch(), loop, loop * share, at => (at * (1 + off)) + Seconds(begun), TimeSpan.FromMinutes(20), TimeSpan.FromMilliseconds(slow));
            return !seen.Contains(LoopMotion.Stands);
        });

    [Fact]
    public void Loop_WhenItHasEqualPages_IsCalledGoingMostOfTheTime() =>
        Gen.Select(Gen.Double[2, 60], Gen.Double[0, 60]).Sample((loop, begun) =>
        {
            var seen = Follow(new LoopWatch(), loop, loop / 2, at => at + Seconds(begun), TimeSpan.FromMinutes(20));
            return seen.Skip(6).All(motion => motion == LoopMotion.Goes);
        });

    [Fact]
    public void Loop_WhenItStands_IsNeverCalledGoing() =>
        Gen.Select(Gen.Double[1, 60], Gen.Double[0.05, 0.95], Gen.Double[0, 60]).Sample((loop, share, stands) =>
            !Follow(new LoopWatch(), loop, loop * share, _ => Seconds(stands), TimeSpan.FromMinutes(20)).Contains(LoopMotion.Goes));

    /// <summary>Asks whenever the watch says so; tells what it made of each answer.</summary>
    private static List<LoopMotion> Follow(LoopWatch watch, double loop, double first, Func<TimeSpan, TimeSpan> card, TimeSpan until, TimeSpan slow = default)
    {
        var said = new List<LoopMotion>();
        for (var at = Seconds(3); at <= until;)
        {
            var page = (card(at + (slow / 2)).TotalSeconds % loop) < first ? 0 : 1;
            var (motion, askIn) = watch.Saw(Page(page, loop, first), at, at + slow, Every);
            said.Add(motion);
            at += slow + askIn;
        }

        return said;
    }

    private static PixelMatch Page(int page, double loop, double first) =>
        Match([page == 0 ? new LoopSpan(TimeSpan.Zero, Seconds(first)) : new LoopSpan(Seconds(first), Seconds(loop))], loop);

    private static PixelMatch Match(IReadOnlyList<LoopSpan> stretches, double loop) => new(true, 0) { Stretches = stretches, Loop = Seconds(loop) };

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
