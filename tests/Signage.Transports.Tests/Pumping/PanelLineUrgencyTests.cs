using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Signage.Protocols.Dialogues;
using Signage.Transports.Pumping;

namespace Signage.Transports.Tests.Pumping;

/// <summary>Who comes first when a person wants the glass dark. Each dialogue sends its own number; what reached the wire is its order.</summary>
public sealed class PanelLineUrgencyTests : IAsyncLifetime
{
    private const byte Opener = 0;
    private const byte Silent = 1;

    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedTransport _transport = new();
    private readonly PanelLine _line;

    public PanelLineUrgencyTests()
    {
        _line = new PanelLine(new Uri("scripted:a"), _transport, new DialoguePump(_time));
        _transport.OnOpen = link => link.OnSend = sent =>
        {
            if (sent[0] != Silent)
            {
                link.Answer(6);
            }
        };
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IEnumerable<byte> Wire => _transport.Opened.SelectMany(link => link.Sent).Select(sent => sent[0]);

    // On an open link everything up to the first wait runs on the test's own thread: whoever was asked stands in the queue.
    public async ValueTask InitializeAsync() => await AskAsync(Opener);

    public ValueTask DisposeAsync() => _line.DisposeAsync();

    [Fact]
    public async Task Line_WhenAnUrgentOneComes_OvertakesTheOneThatWaitsForItsSecondAnswer()
    {
        var running = AskAsync(Silent, whenSilent: () => ScriptedDialogue.Say(Silent));
        _time.Advance(ScriptedDialogue.Patience);
        Assert.Equal([Opener, Silent, Silent], Wire);
        var urgent = AskAsync(9, Urgency.Urgent);
        Assert.Equal((PanelOutcome.NoAnswer, true), ((await running).Outcome, (await running).MadeWay));
        Assert.Equal(PanelOutcome.Accepted, (await urgent).Outcome);
        Assert.Equal([Opener, Silent, Silent, 9], Wire);
    }

    [Fact]
    public async Task Line_WhenMadeWay_KeepsTheLinkAndTellsThatAnAnswerMayBeLate()
    {
        var running = AskAsync(Silent);
        var urgent = new ScriptedDialogue();
        _transport.Opened[0].OnSend = _ => _transport.Opened[0].Answer(6);
        await _line.AskAsync(urgent, Urgency.Urgent, Token);
        await running;
        Assert.Equal(LineHistory.Unknown, urgent.Told);
        Assert.Equal(0, Assert.Single(_transport.Opened).Disposals);
    }

    [Fact]
    public async Task Line_WhenManyWait_LetsUrgentOnesInFirstAndEqualsInOrder()
    {
        Task[] all =
        [
            AskAsync(Silent, Urgency.Urgent), AskAsync(2), AskAsync(3), AskAsync(8, Urgency.Urgent), AskAsync(9, Urgency.Urgent), AskAsync(4),
        ];
        _transport.Opened[0].Answer(6);
        await Task.WhenAll(all);
        Assert.Equal([Opener, Silent, 8, 9, 2, 3, 4], Wire);
    }

    [Fact]
    public async Task Line_WhenAnUrgentOneRuns_DoesNotMakeWayForAnother()
    {
        var running = AskAsync(Silent, Urgency.Urgent);
        var next = AskAsync(9, Urgency.Urgent);
        Assert.False(running.IsCompleted);
        _transport.Opened[0].Answer(6);
        Assert.Equal([PanelOutcome.Accepted, PanelOutcome.Accepted], (await Task.WhenAll(running, next)).Select(done => done.Outcome));
        Assert.Equal([Opener, Silent, 9], Wire);
    }

    [Fact]
    public async Task Line_WhenItIsBeingOpened_WaitsForThatLinkAndUsesItForTheUrgentOne()
    {
        _transport.Opened[0].HangUp();
        var slow = new TaskCompletionSource();
        var opening = new TaskCompletionSource();
        _transport.BeforeOpen = _ =>
        {
            opening.SetResult();
            return slow.Task;
        };
        var first = AskAsync(2);
        await opening.Task;
        var urgent = AskAsync(9, Urgency.Urgent);
        slow.SetResult();
        Assert.True((await first).MadeWay);
        Assert.Equal(PanelOutcome.Accepted, (await urgent).Outcome);
        Assert.Equal([Opener, 9], Wire);
        Assert.Equal(2, _transport.Opened.Count);
    }

    [Fact]
    public async Task Line_WhenAnUrgentOneGivesUpWaiting_LetsTheOthersIn()
    {
        var running = AskAsync(Silent, Urgency.Urgent);
        using var caller = new CancellationTokenSource();
        var urgent = _line.AskAsync(new ScriptedDialogue(), Urgency.Urgent, caller.Token);
        var ordinary = AskAsync(2);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => urgent);
        _transport.Opened[0].Answer(6);
        await running;
        Assert.Equal(PanelOutcome.Accepted, (await ordinary).Outcome);
        Assert.Equal([Opener, Silent, 2], Wire);
    }

    [Fact]
    public async Task Line_WhenClosed_EndsAllThatWait()
    {
        var running = AskAsync(Silent);
        Task<DialogueStep.Done>[] all = [running, AskAsync(2), AskAsync(3)];
        await _line.DisposeAsync();
        Assert.All(await Task.WhenAll(all), done => Assert.Equal("线路已关闭 (the line was closed)", done.Detail));
    }

    [Fact]
    public async Task Turn_WhenManyComeAndGo_LetsOneInAtATimeAndAllInTheEnd() =>
        await Gen.Bool.Array[2, 24].SampleAsync(
            async urgencies =>
            {
                var turn = new LineTurn();
                var inside = 0;
                var most = 0;
                var done = 0;
                await Task.WhenAll(urgencies.Select(urgent => Task.Run(async () =>
                {
                    using var pass = await turn.TakeAsync(urgent ? Urgency.Urgent : Urgency.Ordinary, Token);
                    most = Math.Max(most, Interlocked.Increment(ref inside));
                    await Task.Yield();
                    Interlocked.Decrement(ref inside);
                    Interlocked.Increment(ref done);
                })));
                return most == 1 && done == urgencies.Length;
            },
            iter: 50);

    private Task<DialogueStep.Done> AskAsync(byte number, Urgency urgency = Urgency.Ordinary, Func<DialogueStep>? whenSilent = null) =>
        _line.AskAsync(
            new ScriptedDialogue { First = ScriptedDialogue.Say(number), WhenSilent = whenSilent ?? (() => ScriptedDialogue.No) }, urgency, Token);
}
