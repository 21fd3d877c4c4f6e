using Signage.Controller.Watching;
using Signage.Core.Truth;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>Somebody switches a card off, or turns its brightness down to nothing, while it is to show something.</summary>
public sealed class PanelWorkerDarkTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Card_WhenItReportsThatItIsOff_IsSentItsShowAndSwitchedOn()
    {
        await using var test = Lit(adapter => new PanelReading([]) { PlaysOurs = true, PoweredOn = adapter.Told.Count > 0 });
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromSeconds(20), Step);
        Assert.Equal([new PanelCommand.SetPower(true)], test.Adapter.Told);
        Assert.Equal(2, test.Adapter.Loads);
        Assert.Equal((PanelLight.Sent, null), (SiteWindow.LightOf(test.State, blanked: false), test.State.Trouble));
    }

    [Fact]
    public async Task Card_WhenItsBrightnessIsNothing_IsGivenTheOneThatItHad()
    {
        var asked = 0;
        await using var test = Lit(adapter => new PanelReading([]) { PlaysOurs = true, PoweredOn = true, BrightnessPercent = ++asked == 1 || adapter.Told.Count > 0 ? 30 : 0 });
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromSeconds(20), Step);
        Assert.Equal([new PanelCommand.SetBrightness(30)], test.Adapter.Told);
    }

    /// <summary>What does not help is not done every few seconds, and what is wrong is said all the time.</summary>
    [Fact]
    public async Task Card_WhenItStaysOff_IsToldSoAHandfulOfTimesInTenMinutes_AndDiffersAllTheTime()
    {
        await using var test = Lit(_ => new PanelReading([]) { PlaysOurs = true, PoweredOn = false });
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromSeconds(7), Step);
        var told = test.State.Trouble;
        Assert.NotNull(told);
        var others = new List<string?>();
        using (test.Board.OnChange(() => others.Add($"{SiteWindow.LightOf(test.State, blanked: false)} {test.State.Trouble}")))
        {
            await test.LiveAsync(TimeSpan.FromMinutes(10), Step);
        }

        Assert.InRange(test.Adapter.Told.Count, 1, 8);
        Assert.Equal([$"{PanelLight.Differs} {told}"], others.Distinct());
    }

    [Fact]
    public async Task Card_WhenThePanelIsBlanked_IsNotSwitchedOn()
    {
        await using var test = Lit(_ => new PanelReading([]) { PlaysOurs = true, PoweredOn = false });
        await test.AskedAsync();
        test.Blanks.Press([], "test");
        await test.LiveAsync(TimeSpan.FromMinutes(2), Step);
        Assert.Empty(test.Adapter.Told);
    }

    /// <summary>It may be off by its own timer, and darkness that is sent anew every minute is no reason to undo that.</summary>
    [Fact]
    public async Task Card_WhenNothingIsToBeLit_IsNotSwitchedOn()
    {
        await using var test = new WorkerOnLoopback(refreshSeconds: 60, heartbeatSeconds: 5);
        test.Adapter.TakesAll = true;
        test.Adapter.Pong = static () => new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { PlaysOurs = true, PoweredOn = false });
        test.Want(test.Darkness());
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromMinutes(5), Step);
        Assert.InRange(test.Adapter.Loads, 2, 8);
        Assert.Empty(test.Adapter.Told);
        Assert.Null(test.State.Trouble);
    }

    [Fact]
    public async Task Card_WhenItHidesTheStream_IsToldToShowIt()
    {
        await using var test = Lit(adapter => Hiding(adapter.Told.Count == 0));
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromSeconds(20), Step);
        Assert.Equal([new PanelCommand.ShowStreamed()], test.Adapter.Told);
        Assert.Equal(PanelLight.Sent, SiteWindow.LightOf(test.State, blanked: false));
    }

    /// <summary>The darkness is streamed too, and a card that hides it shows a picture of its own.</summary>
    [Fact]
    public async Task Card_WhenItHidesTheStreamDuringABlank_IsToldToShowIt()
    {
        var isBlanked = false;
        await using var test = Lit(adapter => Hiding(Volatile.Read(ref isBlanked) && adapter.Told.Count == 0));
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromSeconds(10), Step);
        Volatile.Write(ref isBlanked, true);
        test.Blanks.Press([], "test");
        await test.LiveAsync(TimeSpan.FromSeconds(20), Step);
        Assert.Equal([new PanelCommand.ShowStreamed()], test.Adapter.Told);
        Assert.Equal(PanelLight.Blanked, SiteWindow.LightOf(test.State, blanked: true));
    }

    private static PanelReading Hiding(bool hides) => new([]) { PlaysOurs = !hides, HidesStream = hides, PoweredOn = true };

    private static WorkerOnLoopback Lit(Func<ScriptedAdapter, PanelReading> says)
    {
        var test = new WorkerOnLoopback(heartbeatSeconds: 5);
        test.Adapter.TakesAll = true;
        test.Adapter.Pong = () => new DialogueStep.Done(PanelOutcome.Accepted, says(test.Adapter));
        test.Want("charity-01");
        return test;
    }
}
