using Microsoft.Extensions.Time.Testing;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;
using Signage.Transports.Pumping;

namespace Signage.Transports.Tests.Pumping;

public sealed class DialoguePumpTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedLink _link = new();
    private readonly ScriptedDialogue _dialogue = new();
    private readonly CancellationTokenSource _makeWay = new();

    public ValueTask DisposeAsync()
    {
        _makeWay.Dispose();
        return _link.DisposeAsync();
    }

    [Fact]
    public async Task Pump_WhenTheCardAnswers_ReturnsTheEnd()
    {
        _link.OnSend = _ => _link.Answer(6);
        Assert.Equal(PanelOutcome.Accepted, (await Run()).Outcome);
    }

    [Fact]
    public async Task Pump_WhenThereIsNothingToSay_SendsNothing()
    {
        _dialogue.First = new DialogueStep.Done(PanelOutcome.Unsupported);
        await Run();
        Assert.Empty(_link.Sent);
    }

    [Fact]
    public async Task Pump_WhenALateAnswerLiesInTheLink_DrainsItBeforeAsking()
    {
        _link.Answer(6, 6);
        var running = Run();
        _time.Advance(ScriptedDialogue.Patience);
        Assert.Equal("silence", (await running).Detail);
    }

    [Fact]
    public async Task Pump_WhenTheCardIsSilent_AsksTheDialogue()
    {
        var running = Run();
        _time.Advance(ScriptedDialogue.Patience);
        Assert.Equal(PanelOutcome.NoAnswer, (await running).Outcome);
    }

    [Fact]
    public void Pump_WhenTheDeadlineIsATickAway_GoesOnWaiting()
    {
        var running = Run();
        _time.Advance(ScriptedDialogue.Patience - TimeSpan.FromMilliseconds(1));
        Assert.False(running.IsCompleted);
    }

    [Fact]
    public void Pump_WhenTheLineIsSlow_CountsFromTheLastByte()
    {
        _link.PerByte = TimeSpan.FromSeconds(5);
        var running = Run();
        _time.Advance(TimeSpan.FromSeconds(5) + ScriptedDialogue.Patience - TimeSpan.FromMilliseconds(1));
        Assert.False(running.IsCompleted);
    }

    [Fact]
    public async Task Pump_WhenTheLineIsSlow_EndsAfterLineTimeAndPatience()
    {
        _link.PerByte = TimeSpan.FromSeconds(5);
        var running = Run();
        _time.Advance(TimeSpan.FromSeconds(5) + ScriptedDialogue.Patience);
        Assert.Equal("silence", (await running).Detail);
    }

    [Fact]
    public async Task Pump_WhenRubbishKeepsComing_EndsAtTheFirstDeadline()
    {
        var running = Run();
        for (var i = 0; i < 4; i++)
        {
            _time.Advance(ScriptedDialogue.Patience / 4);
            _link.Answer(0xFF);
        }

        Assert.Equal("silence", (await running).Detail);
    }

    [Fact]
    public async Task Pump_WhenRubbishNeverPauses_StillEndsWithTheSite()
    {
        using var stop = new CancellationTokenSource();
        var heard = 0;
        _dialogue.OnByte = _ =>
        {
            // The next byte is there before anybody could wait for it, and the clock stands still.
            _link.Answer(0xFF);
            if (++heard == 100)
            {
                stop.Cancel();
            }

            return heard == 10_000 ? ScriptedDialogue.No : DialogueStep.KeepListening.Instance;
        };
        _link.OnSend = _ => _link.Answer(0xFF);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EndsWith(stop.Token));
        Assert.Equal(100, heard);
    }

    [Fact]
    public async Task Pump_WhenTheDialogueAsksAgain_StartsANewDeadline()
    {
        var tries = 0;
        _dialogue.WhenSilent = () => tries++ == 0 ? ScriptedDialogue.Say(2) : ScriptedDialogue.No;
        var running = Run();
        _time.Advance(ScriptedDialogue.Patience);
        _link.Answer(6);
        Assert.Equal(PanelOutcome.Accepted, (await running).Outcome);
    }

    [Fact]
    public async Task Pump_WhenTheNextAnswerIsHereAlready_OffersItWithoutWaiting()
    {
        _dialogue.OnByte = value => value switch { 5 => ScriptedDialogue.Say(2), 6 => ScriptedDialogue.Yes, _ => null };
        _link.OnSend = sent =>
        {
            if (sent[0] == 1)
            {
                _link.Answer(5, 6);
            }
        };
        Assert.Equal(PanelOutcome.Accepted, (await Run()).Outcome);
    }

    [Fact]
    public async Task Pump_WhenTheFarSideHangsUp_SaysThatTheLinkIsClosed()
    {
        var running = Run();
        _link.HangUp();
        Assert.Equal(new DialogueStep.Done(PanelOutcome.NoAnswer, null, "链路已关闭 (link closed)", true), await running);
    }

    [Fact]
    public async Task Pump_WhenTheLinkWasClosedBefore_SendsNothing()
    {
        _link.HangUp();
        await Run();
        Assert.Empty(_link.Sent);
    }

    [Fact]
    public async Task Pump_WhenTheAnswerComesWithTheHangUp_StillCounts()
    {
        _link.OnSend = _ =>
        {
            _link.Answer(6);
            _link.HangUp();
        };
        Assert.Equal(PanelOutcome.Accepted, (await Run()).Outcome);
    }

    [Fact]
    public async Task Pump_WhenNothingIsConsumed_StopsBeforeMemoryDoes()
    {
        _dialogue.Consumes = false;
        var running = Run();
        _link.Answer(new byte[DialoguePump.MaxUnreadBytes + 1]);
        Assert.Equal(PanelOutcome.Garbled, (await running).Outcome);
    }

    [Fact]
    public async Task Pump_WhenTheCallerGivesUp_ThrowsForItsToken()
    {
        using var caller = new CancellationTokenSource();
        var running = new DialoguePump(_time).RunAsync(_link, _dialogue, LineHistory.InStep, CancellationToken.None, caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Pump_WhenSendingFails_LetsTheLinkExceptionThrough()
    {
        _link.OnSend = _ => throw new LinkException("gone");
        await Assert.ThrowsAsync<LinkException>(Run);
    }

    [Fact]
    public async Task Pump_WhenADialogueListensForEver_CallsItAProgrammingError()
    {
        _dialogue.WhenSilent = () => DialogueStep.KeepListening.Instance;
        var running = Run();
        _time.Advance(ScriptedDialogue.Patience);
        await Assert.ThrowsAsync<InvalidOperationException>(() => running);
    }

    [Fact]
    public async Task Pump_WhenADialogueListensFirst_CallsItAProgrammingError()
    {
        _dialogue.First = DialogueStep.KeepListening.Instance;
        await Assert.ThrowsAsync<InvalidOperationException>(Run);
    }

    [Theory]
    [InlineData(LineHistory.Unknown)]
    [InlineData(LineHistory.InStep)]
    public async Task Pump_WhenItStartsADialogue_TellsItWhatTheLineKnows(LineHistory history)
    {
        _dialogue.First = ScriptedDialogue.Yes;
        await new DialoguePump(_time).RunAsync(_link, _dialogue, history, CancellationToken.None, TestContext.Current.CancellationToken);
        Assert.Equal(history, _dialogue.Told);
    }

    [Fact]
    public async Task Pump_WhenTheLinkCannotCarryTheMessage_SaysSoAndSendsNothing()
    {
        _dialogue.First = new DialogueStep.Send(new WireMessage.Topic("custom/notice", default), ScriptedDialogue.Patience);
        var done = await Run();
        Assert.Equal((PanelOutcome.Unsupported, false), (done.Outcome, done.LinkSpoiled));
        Assert.Equal(
            "这条链路不能传送 Topic，请为这个卡型号换一条链路 (this link cannot carry a Topic; choose another endpoint for this card model)", done.Detail);
        Assert.Empty(_link.Sent);
    }

    [Fact]
    public async Task Pump_WhenTheSecondMessageDoesNotFit_SpoilsTheLink()
    {
        _dialogue.WhenSilent = () => new DialogueStep.Send(new WireMessage.Topic("custom/notice", default), ScriptedDialogue.Patience);
        var running = Run();
        _time.Advance(ScriptedDialogue.Patience);
        Assert.Equal((PanelOutcome.Unsupported, true), ((await running).Outcome, (await running).LinkSpoiled));
    }

    [Fact]
    public async Task Pump_WhenAskedToMakeWayBeforeItBegan_StartsNothing()
    {
        await _makeWay.CancelAsync();
        var done = await Run();
        Assert.Equal((PanelOutcome.NoAnswer, true, false), (done.Outcome, done.MadeWay, done.LinkSpoiled));
        Assert.Null(_dialogue.Told);
    }

    [Fact]
    public async Task Pump_WhenAskedToMakeWayWhileItListens_EndsAtOnce()
    {
        var running = Run();
        await _makeWay.CancelAsync();
        Assert.Equal(new DialogueStep.Done(PanelOutcome.NoAnswer, null, "让位给更急的操作 (made way for an urgent one)", true, true), await running);
    }

    [Fact]
    public async Task Pump_WhenAskedToMakeWayWhileAPacketLeaves_LetsItLeaveWhole()
    {
        _link.PerByte = TimeSpan.FromSeconds(5);
        var running = Run();
        await _makeWay.CancelAsync();
        _time.Advance(TimeSpan.FromSeconds(5) - TimeSpan.FromMilliseconds(1));
        Assert.False(running.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True((await running).MadeWay);
    }

    [Fact]
    public async Task Pump_WhenTheAnswerComesWhileItMakesWay_StillCounts()
    {
        _link.PerByte = TimeSpan.FromSeconds(5);
        var running = Run();
        await _makeWay.CancelAsync();
        _link.Answer(6);
        Assert.Equal(PanelOutcome.Accepted, (await running).Outcome);
    }

    [Fact]
    public async Task Pump_WhenAskedToMakeWayDuringASend_FinishesItAndSendsNothingMore()
    {
        _dialogue.WhenSilent = () => ScriptedDialogue.Say(2);
        _link.OnSend = _ => _makeWay.Cancel();
        Assert.True((await Run()).MadeWay);
        Assert.Equal([1], Assert.Single(_link.Sent));
    }

    private Task<DialogueStep.Done> Run() => EndsWith(TestContext.Current.CancellationToken);

    private Task<DialogueStep.Done> EndsWith(CancellationToken cancellationToken) =>
        new DialoguePump(_time).RunAsync(_link, _dialogue, LineHistory.InStep, _makeWay.Token, cancellationToken);
}
