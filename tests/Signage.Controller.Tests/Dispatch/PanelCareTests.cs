using Signage.Controller.Dispatch;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Shows;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>What a panel needs, moment by moment, as a script of situations.</summary>
public sealed class PanelCareTests
{
    private static readonly PanelFace Face = PanelFace.Parse("32x16x1");

    [Fact]
    public void Care_WhenNothingWasEverWanted_NeedsNothing() => Assert.Equal((PanelNeed.Nothing, (TimeSpan?)null), New().Next(At(0)));

    [Fact]
    public void Care_WhenAShowIsWanted_NeedsItLitOnce()
    {
        var care = New();
        care.Want(Show(1, 1), At(0));
        Assert.Equal(PanelNeed.Light, care.Next(At(0)).Need);
        care.Done(PanelNeed.Light, PanelOutcome.Accepted, At(1));
        Assert.Equal(PanelNeed.Nothing, care.Next(At(1)).Need);
    }

    [Fact]
    public void Care_WhenTheCardIsIdle_PingsItAtItsHeartbeat()
    {
        var care = Lit(Show(1, 1));
        Assert.Equal((PanelNeed.Nothing, (TimeSpan?)At(5)), care.Next(At(0)));
        Assert.Equal(PanelNeed.Ping, care.Next(At(5)).Need);
        care.Done(PanelNeed.Ping, PanelOutcome.Accepted, At(5));
        Assert.Equal(PanelNeed.Nothing, care.Next(At(9)).Need);
        Assert.Equal(PanelNeed.Ping, care.Next(At(10)).Need);
    }

    [Fact]
    public void Care_WhenTheCardNeverAnswers_DoesNotPing()
    {
        var care = new PanelCare(Pause(), new ProfileTiming(2000, 3, null, 5), answers: false);
        care.Want(Show(1, 1), At(0));
        care.Done(PanelNeed.Light, PanelOutcome.SentUnverified, At(0));
        Assert.Equal((PanelNeed.Nothing, (TimeSpan?)null), care.Next(At(1_000_000)));
    }

    [Fact]
    public void Care_WhenTheCardHandsBackPixels_AsksForThemAgainAndAgainWhileItIsLit()
    {
        var care = new PanelCare(Pause(), new ProfileTiming(2000, 3), answers: true, new ReadBackRules(10, 0, 0, 20));
        care.Want(Show(1, 1), At(0));
        care.Done(PanelNeed.Light, PanelOutcome.Accepted, At(0));
        Assert.Equal((PanelNeed.Nothing, (TimeSpan?)At(3)), care.Next(At(0)));
        Assert.Equal(PanelNeed.ReadBack, care.Next(At(3)).Need);
        care.Done(PanelNeed.ReadBack, PanelOutcome.Accepted, At(11));
        Assert.Equal((PanelNeed.Nothing, (TimeSpan?)At(10)), care.Next(At(11)));
        care.Blank(on: true, At(12));
        care.Done(PanelNeed.Darken, PanelOutcome.Accepted, At(12));
        Assert.Equal((PanelNeed.Nothing, (TimeSpan?)null), care.Next(At(1000)));
    }

    [Fact]
    public void Care_WhenPixelsAreAskedForAndNobodyAnswers_SendsTheShowAgainAfterAPause()
    {
        var care = new PanelCare(Pause(), new ProfileTiming(2000, 3), answers: true, new ReadBackRules(10, 0, 0, 20));
        care.Want(Show(1, 1), At(0));
        care.Done(PanelNeed.Light, PanelOutcome.Accepted, At(0));
        care.Done(PanelNeed.ReadBack, PanelOutcome.NoAnswer, At(10));
        var (need, wait) = care.Next(At(10));
        Assert.Equal(PanelNeed.Nothing, need);
        Assert.Equal(PanelNeed.Light, care.Next(At(10) + wait!.Value).Need);
    }

    [Theory]
    [InlineData(PanelOutcome.NoAnswer)]
    [InlineData(PanelOutcome.Garbled)]
    public void Care_WhenAPingIsNotAnswered_SendsTheShowAgainAfterAPause(PanelOutcome silence)
    {
        var care = Lit(Show(1, 1));
        care.Done(PanelNeed.Ping, silence, At(5));
        var (need, wait) = care.Next(At(5));
        Assert.Equal(PanelNeed.Nothing, need);
        Assert.Equal(PanelNeed.Light, care.Next(At(5) + wait!.Value).Need);
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(40, 80)]
    [InlineData(94, 188)]
    [InlineData(7, 63)]
    public void Refresh_WhenALoopTakesItsTime_ComesAfterWholeLoopsAndAtLeastTwo(int loopSeconds, int refreshAfter)
    {
        var care = Lit(Show(1, loopSeconds));
        for (var beat = 5; beat < refreshAfter; beat += 5)
        {
            Assert.Equal(PanelNeed.Ping, care.Next(At(beat)).Need);
            care.Done(PanelNeed.Ping, PanelOutcome.Accepted, At(beat));
        }

        Assert.NotEqual(PanelNeed.Light, care.Next(At(refreshAfter) - TimeSpan.FromMilliseconds(1)).Need);
        Assert.Equal(PanelNeed.Light, care.Next(At(refreshAfter)).Need);
    }

    [Fact]
    public void Care_WhenTheCardRefuses_DarkensUntilThatWorks_AndTriesTheShowAgainLater()
    {
        var care = New();
        care.Want(Show(1, 1), At(0));
        care.Done(PanelNeed.Light, PanelOutcome.Rejected, At(0));
        Assert.Equal(PanelNeed.Darken, care.Next(At(0)).Need);
        care.Done(PanelNeed.Darken, PanelOutcome.Unsupported, At(0));
        Assert.Equal(PanelNeed.Darken, care.Next(At(2)).Need);
        care.Done(PanelNeed.Darken, PanelOutcome.Accepted, At(2));
        Assert.NotEqual(PanelNeed.Light, care.Next(At(59)).Need);
        Assert.Equal(PanelNeed.Light, care.Next(At(60)).Need);
    }

    [Fact]
    public void Blank_WhenPressed_DarkensAtOnceEvenInAPause_AndReleasedLightsAtOnce()
    {
        var care = New();
        care.Want(Show(1, 1), At(0));
        care.Done(PanelNeed.Light, PanelOutcome.NoAnswer, At(0));
        care.Blank(true, At(0));
        Assert.Equal(PanelNeed.Darken, care.Next(At(0)).Need);
        care.Done(PanelNeed.Darken, PanelOutcome.Accepted, At(0));
        care.Want(Show(2, 1), At(1));
        Assert.Equal(PanelNeed.Nothing, care.Next(At(1)).Need);
        care.Blank(false, At(2));
        Assert.Equal(PanelNeed.Light, care.Next(At(2)).Need);
    }

    [Fact]
    public void Blank_WhenTheCardMayHaveForgotten_IsSaidAgain()
    {
        var care = New();
        care.Blank(true, At(0));
        care.Done(PanelNeed.Darken, PanelOutcome.Accepted, At(0));
        Assert.Equal(PanelNeed.Darken, care.Next(At(60)).Need);
    }

    [Fact]
    public void Care_WhenTheShowIsDoubted_SendsItAtOnceThenLaterAndLaterUntilItIsRight()
    {
        var care = Lit(Show(1, 1));
        care.Refute(At(1));
        Assert.Equal(PanelNeed.Light, care.Next(At(1)).Need);
        care.Done(PanelNeed.Light, PanelOutcome.Accepted, At(1));
        care.Refute(At(2));
        Assert.NotEqual(PanelNeed.Light, care.Next(At(2)).Need);

        // Meanwhile it is asked on.
        Assert.Equal(PanelNeed.Ping, care.Next(At(6)).Need);
        care.Refute(At(20));
        Assert.NotEqual(PanelNeed.Light, care.Next(At(31)).Need);
        Assert.Equal(PanelNeed.Light, care.Next(At(62)).Need);
    }

    [Fact]
    public void Care_WhenADoubtedShowIsRightAgain_DoesNotSendIt()
    {
        var care = Lit(Show(1, 40));
        care.Refute(At(1));
        care.Done(PanelNeed.Light, PanelOutcome.Accepted, At(1));
        care.Refute(At(2));
        care.Confirm(PanelNeed.ReadBack, At(3));
        Assert.NotEqual(PanelNeed.Light, care.Next(At(79)).Need);
        care.Refute(At(80));
        Assert.Equal(PanelNeed.Light, care.Next(At(80)).Need);
    }

    [Fact]
    public void Care_WhenADoubtedCardReportsTheShowAgain_SendsItAtOnceBecauseAReportProvesNoLight()
    {
        var care = Lit(Show(1, 40));
        care.Refute(At(1));
        care.Done(PanelNeed.Light, PanelOutcome.Accepted, At(1));
        care.Refute(At(2));
        care.Confirm(PanelNeed.Ping, At(3));
        Assert.Equal(PanelNeed.Light, care.Next(At(3)).Need);
    }

    [Fact]
    public void Blank_WhenTheCardIsLitAgain_DarkensAtOnceAndNeverWaitsLong()
    {
        var care = New();
        care.Blank(true, At(0));
        care.Done(PanelNeed.Darken, PanelOutcome.Accepted, At(0));
        for (var time = 0; time < 20; time++)
        {
            care.Refute(At(100 * time));
            Assert.Equal(PanelNeed.Darken, care.Next(At((100 * time) + 60)).Need);
            care.Done(PanelNeed.Darken, PanelOutcome.Accepted, At((100 * time) + 60));
        }
    }

    [Fact]
    public void Want_WhenItIsTheSameShow_KeepsThePause()
    {
        var care = New();
        care.Want(Show(1, 1), At(0));
        care.Done(PanelNeed.Light, PanelOutcome.NoAnswer, At(0));
        care.Want(Show(1, 1), At(0));
        Assert.Equal(PanelNeed.Nothing, care.Next(At(0)).Need);
        care.Want(Show(2, 1), At(0));
        Assert.Equal(PanelNeed.Light, care.Next(At(0)).Need);
    }

    private static PanelCare Lit(Approved<Show> show)
    {
        var care = New();
        care.Want(show, At(0));
        care.Done(PanelNeed.Light, PanelOutcome.Accepted, At(0));
        return care;
    }

    private static PanelCare New() => new(Pause(), new ProfileTiming(2000, 3, 60, 5), answers: true);

    private static RetryPause Pause() => new(new Random(1));

    private static TimeSpan At(int seconds) => TimeSpan.FromSeconds(seconds);

    private static Approved<Show> Show(int mark, int seconds)
    {
        var picture = PixelFrame.Create(Face.Size, Face.Layout, mark, (cells, lit) => cells[0] = (byte)lit);
        var page = new Page(picture, Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(seconds));
        return new Approved<Show>(new Show(Face, "test", [new ShowPage(page, new Revision("test", "test"))]));
    }
}
