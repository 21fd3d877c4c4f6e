using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;
using Signage.Transports.Pumping;

namespace Signage.Transports.Tests.Pumping;

public sealed class PanelLineTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedTransport _transport = new();
    private readonly PanelLine _line;

    public PanelLineTests() => _line = new PanelLine(new Uri("scripted:a"), _transport, new DialoguePump(_time));

    public ValueTask DisposeAsync() => _line.DisposeAsync();

    [Fact]
    public async Task Line_WhenAskedTwice_KeepsItsLink()
    {
        await Ask();
        await Ask();
        Assert.Single(_transport.Opened);
    }

    [Fact]
    public async Task Line_WhenTheLinkIsSpoiled_OpensAFreshOne()
    {
        await Ask(new ScriptedDialogue { First = new DialogueStep.Done(PanelOutcome.NoAnswer, LinkSpoiled: true) });
        await Ask();
        Assert.Equal([1, 0], _transport.Opened.Select(link => link.Disposals));
    }

    [Fact]
    public async Task Line_WhenSendingFails_AnswersWithTheReason()
    {
        _transport.OnOpen = link => link.OnSend = _ => throw new LinkException("the device is gone");
        var done = await Ask();
        Assert.Equal((PanelOutcome.NoAnswer, "the device is gone"), (done.Outcome, done.Detail));
    }

    [Fact]
    public async Task Line_WhenSendingFailed_ClosesTheLinkOnce()
    {
        _transport.OnOpen = link => link.OnSend = _ => throw new LinkException("the device is gone");
        await Ask();
        await _line.DisposeAsync();
        Assert.Equal(1, Assert.Single(_transport.Opened).Disposals);
    }

    [Fact]
    public async Task Line_WhenTheFarSideHungUpBetweenQuestions_AsksOnAFreshLink()
    {
        await Ask();
        _transport.Opened[0].HangUp();
        Assert.Equal(PanelOutcome.Accepted, (await Ask()).Outcome);
    }

    [Fact]
    public async Task Line_WhenTheLinkDoesNotOpen_AnswersWithTheReason()
    {
        _transport.BeforeOpen = _ => throw new LinkException("no such device");
        Assert.Equal("no such device", (await Ask()).Detail);
    }

    [Fact]
    public async Task Line_WhenOpeningFailedOnce_TriesAgainOnTheNextQuestion()
    {
        _transport.BeforeOpen = _ => throw new LinkException("no such device");
        await Ask();
        _transport.BeforeOpen = _ => Task.CompletedTask;
        Assert.Equal(PanelOutcome.Accepted, (await Ask()).Outcome);
    }

    [Fact]
    public async Task Line_WhenOpeningHangs_AnswersAfterTenSeconds()
    {
        var reached = new TaskCompletionSource();
        _transport.BeforeOpen = token =>
        {
            reached.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, _time, token);
        };
        var asking = Ask();
        await reached.Task;
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Contains("10 s", (await asking).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_WhenOpeningNeverEnds_CountsOneAbandonedLink()
    {
        var never = new TaskCompletionSource();
        _transport.BeforeOpen = _ => never.Task;
        for (var i = 0; i < 3; i++)
        {
            await Ask().AdvanceUntilDoneAsync(_time);
        }

        Assert.Equal(1, _line.AbandonedLinks);
    }

    [Fact]
    public async Task Line_WhenOpeningStillHangs_AnswersTheNextQuestionAtOnce()
    {
        var never = new TaskCompletionSource();
        _transport.BeforeOpen = _ => never.Task;
        await Ask().AdvanceUntilDoneAsync(_time);
        var next = Ask();
        Assert.True(next.IsCompleted);
        Assert.Equal("scripted:a: 上一次打开还卡着，请检查转换器 (an earlier attempt to open it still hangs; check the adapter)", (await next).Detail);
    }

    [Fact]
    public async Task Line_WhenAHungOpeningComesBackLate_ClosesThatLinkAndOpensAnother()
    {
        var late = new TaskCompletionSource();
        _transport.BeforeOpen = _ => late.Task;
        await Ask().AdvanceUntilDoneAsync(_time);
        var opened = new TaskCompletionSource();
        _transport.OnOpen = link =>
        {
            link.OnSend = _ => link.Answer(6);
            opened.TrySetResult();
        };
        late.SetResult();
        await opened.Task;
        while ((await Ask()).Outcome != PanelOutcome.Accepted)
        {
            await Task.Yield();
        }

        Assert.Equal([1, 0], _transport.Opened.Select(link => link.Disposals));
    }

    [Fact]
    public async Task Line_WhenTheCallerGivesUp_ReplacesTheLink()
    {
        using var caller = new CancellationTokenSource();
        _transport.OnOpen = link => link.OnSend = _ => caller.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _line.AskAsync(new ScriptedDialogue(), caller.Token));
        Assert.Equal(1, _transport.Opened[0].Disposals);
    }

    [Fact]
    public async Task Line_WhenClosingHangs_AbandonsTheLinkAndCountsIt()
    {
        var closing = new TaskCompletionSource();
        await Ask();
        _transport.Opened[0].Closing = closing.Task;
        var disposing = _line.DisposeAsync().AsTask();
        await disposing.AdvanceUntilDoneAsync(_time);
        Assert.Equal(1, _line.AbandonedLinks);
        closing.SetResult();
    }

    [Fact]
    public async Task Line_WhenClosedDuringADialogue_EndsItWithAnAnswer()
    {
        var asked = new TaskCompletionSource();
        _transport.OnOpen = link => link.OnSend = _ => asked.SetResult();
        var asking = Ask();
        await asked.Task;
        await _line.DisposeAsync();
        Assert.Equal("线路已关闭 (the line was closed)", (await asking).Detail);
    }

    [Fact]
    public async Task Line_WhenClosed_RefusesQuestions()
    {
        await _line.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Ask());
    }

    [Fact]
    public async Task Line_WhenManyAsk_NeverRunsTwoDialoguesAtOnce() =>
        await Gen.Int[2, 12].SampleAsync(
            async askers =>
            {
                var transport = new ScriptedTransport();
                await using var line = new PanelLine(new Uri("scripted:b"), transport, new DialoguePump(_time));
                var inside = 0;
                var most = 0;
                await Task.WhenAll(Enumerable.Range(0, askers).Select(_ => Task.Run(() =>
                {
                    var dialogue = new ScriptedDialogue();
                    transport.OnOpen = link => link.OnSend = _ =>
                    {
                        most = Math.Max(most, Interlocked.Increment(ref inside));
                        link.Answer(0, 6);
                    };
                    dialogue.OnByte = value =>
                    {
                        if (value != 6)
                        {
                            return null;
                        }

                        Interlocked.Decrement(ref inside);
                        return ScriptedDialogue.Yes;
                    };
                    return line.AskAsync(dialogue, CancellationToken.None);
                })));
                return most == 1;
            },
            iter: 50);

    private Task<DialogueStep.Done> Ask(ScriptedDialogue? dialogue = null) =>
        _line.AskAsync(dialogue ?? new ScriptedDialogue(), TestContext.Current.CancellationToken);
}
