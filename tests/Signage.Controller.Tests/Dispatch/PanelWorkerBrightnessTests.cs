using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>A brightness is wanted together with a show: dimmed before it leaves, brightened after it, and told no oftener than needed.</summary>
public sealed class PanelWorkerBrightnessTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Card_WhenNoBrightnessIsWanted_IsToldNone()
    {
        await using var test = Quiet();
        test.Want(test.Show("charity-01"));
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromMinutes(5), Step);
        Assert.Empty(test.Adapter.Told);
    }

    [Fact]
    public async Task Card_OfUnknownBrightness_IsToldBeforeItsFirstShow_AndNotAgain()
    {
        await using var test = Quiet();
        test.Want(test.Show("charity-01"), 40);
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromMinutes(5), Step);
        Assert.Equal(["40", "show"], test.Adapter.Order);
    }

    [Fact]
    public async Task Card_WhenTheNextShowIsDimmer_IsDimmedBeforeIt()
    {
        await using var test = await AtAsync(80);
        test.Want(test.Show("charity-02"), 20);
        await test.LiveAsync(Moment, Step);
        Assert.Equal(["80", "show", "20", "show"], test.Adapter.Order);
    }

    [Fact]
    public async Task Card_WhenTheNextShowIsBrighter_IsBrightenedAfterIt()
    {
        await using var test = await AtAsync(20);
        test.Want(test.Show("charity-02"), 80);
        await test.LiveAsync(Moment, Step);
        Assert.Equal(["20", "show", "show", "80"], test.Adapter.Order);
    }

    [Fact]
    public async Task Card_WhenOnlyItsBrightnessChanges_IsNotSentItsShowAgain()
    {
        await using var test = await AtAsync(20);
        test.Want(test.Show("charity-01"), 80);
        await test.LiveAsync(Moment, Step);
        Assert.Equal(["20", "show", "80"], test.Adapter.Order);
    }

    [Fact]
    public async Task Card_WhenTwoPercentagesAreOneStepOfIt_IsToldOnce()
    {
        await using var test = await AtAsync(41);
        test.Want(test.Show("charity-01"), 44);
        await test.LiveAsync(Moment, Step);
        Assert.Equal(["41", "show"], test.Adapter.Order);
    }

    [Fact]
    public async Task Card_WhenThePanelIsBlanked_IsNotTold()
    {
        await using var test = await AtAsync(20);
        test.Blanks.Press([], "test");
        await test.LiveAsync(Moment, Step);
        test.Want(test.Show("charity-01"), 80);
        await test.LiveAsync(TimeSpan.FromMinutes(2), Step);
        Assert.Equal(["20", "show"], test.Adapter.Order);
    }

    [Fact]
    public async Task Card_WhenItReportsAnotherBrightness_IsToldAnew_WithLongerAndLongerPauses()
    {
        await using var test = Quiet(heartbeatSeconds: 5);
        test.Adapter.Pong = () => new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { PlaysOurs = true, PoweredOn = true, BrightnessPercent = 100 });
        test.Want(test.Show("charity-01"), 40);
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromMinutes(10), Step);

        // Once with the show, once at once, and then after 1, 2, 4 … minutes; 120 reports said that it is another.
        Assert.InRange(test.Adapter.Told.Count, 3, 8);
        Assert.Equal(1, test.Adapter.Loads);
    }

    [Fact]
    public async Task Card_WhenItReportsTheStepThatItWasTold_IsLeftAlone()
    {
        await using var test = Quiet(heartbeatSeconds: 5);
        test.Adapter.Pong = () => new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { PlaysOurs = true, PoweredOn = true, BrightnessPercent = 40 });
        test.Want(test.Show("charity-01"), 45);
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromMinutes(5), Step);
        Assert.Equal(["45", "show"], test.Adapter.Order);
    }

    [Fact]
    public async Task Card_WhenItWasLost_IsToldAgain()
    {
        var isLost = false;
        await using var test = Quiet(heartbeatSeconds: 5);
        test.Adapter.Pong = () => new DialogueStep.Done(Volatile.Read(ref isLost) ? PanelOutcome.NoAnswer : PanelOutcome.Accepted);
        test.Want(test.Show("charity-01"), 40);
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromSeconds(8), Step);
        Volatile.Write(ref isLost, true);
        await test.LiveAsync(TimeSpan.FromSeconds(5), Step);
        Volatile.Write(ref isLost, false);
        await test.LiveAsync(TimeSpan.FromSeconds(10), Step);
        Assert.Equal(["40", "show", "40", "show"], test.Adapter.Order);
    }

    [Fact]
    public async Task Card_WhenItMayHaveForgotten_IsToldWithEachRefresh()
    {
        await using var test = Quiet(refreshSeconds: 60);
        test.Want(test.Show("charity-01"), 40);
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromMinutes(5), Step);
        Assert.InRange(test.Adapter.Loads, 2, 6);
        Assert.Equal(Enumerable.Repeat(new[] { "40", "show" }, test.Adapter.Loads).SelectMany(pair => pair), test.Adapter.Order);
    }

    [Fact]
    public async Task Card_WhenItRefuses_IsLitAllTheSame_AndToldOnce_AndThatIsSaidUntilItTakesOne()
    {
        await using var test = Quiet();
        test.Adapter.Dimming = PanelOutcome.Rejected;
        test.Want(test.Show("charity-01"), 40);
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromMinutes(5), Step);
        Assert.Equal(["40", "show"], test.Adapter.Order);
        Assert.Contains("40%", test.State.Trouble, StringComparison.Ordinal);

        test.Adapter.Dimming = PanelOutcome.Accepted;
        test.Want(test.Show("charity-01"), 80);
        await test.LiveAsync(Moment, Step);
        Assert.Null(test.State.Trouble);
    }

    [Fact]
    public async Task Card_WhenItsModelTakesNoBrightness_IsToldNone()
    {
        await using var test = new WorkerOnLoopback(change: profile => profile with { Capabilities = profile.Capabilities with { Brightness = false } });
        test.Adapter.TakesAll = true;
        test.Want(test.Show("charity-01"), 40);
        await test.AskedAsync();
        await test.LiveAsync(Moment, Step);
        Assert.Equal(["show"], test.Adapter.Order);
    }

    /// <summary>It comes between the choice of the worker and the moment at which the line is free: nothing brighter may leave for it.</summary>
    [Fact]
    public async Task Card_WhenADimmerShowComesAtTheLastMoment_IsDimmedBeforeIt()
    {
        await using var test = await AtAsync(40);
        var later = test.Show("charity-03");
        test.Adapter.Dimmed = () => test.Want(later, 10);
        test.Want(test.Show("charity-02"), 20);
        await test.LiveAsync(Moment, Step);
        Assert.Equal(["40", "show", "20", "10", "show"], test.Adapter.Order);
        Assert.Equal(later.Value.Digest, test.State.Truth.Sent);
    }

    private static WorkerOnLoopback Quiet(int? refreshSeconds = null, int? heartbeatSeconds = null)
    {
        var test = new WorkerOnLoopback(refreshSeconds, heartbeatSeconds);
        test.Adapter.TakesAll = true;
        return test;
    }

    private static async Task<WorkerOnLoopback> AtAsync(int percent)
    {
        var test = Quiet();
        test.Want(test.Show("charity-01"), percent);
        await test.AskedAsync();
        await test.LiveAsync(Moment, Step);
        return test;
    }
}
