using Signage.Core.Truth;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Tests.Dispatch;

public sealed class PanelWorkerTests
{
    public static TheoryData<PanelOutcome, bool, Evidence> Outcomes => new()
    {
        { PanelOutcome.Accepted, true, Evidence.Acknowledged },
        { PanelOutcome.SentUnverified, true, Evidence.None },
        { PanelOutcome.Rejected, false, Evidence.None },
        { PanelOutcome.Busy, false, Evidence.None },
        { PanelOutcome.NoAnswer, false, Evidence.None },
        { PanelOutcome.Garbled, false, Evidence.None },
        { PanelOutcome.Unsupported, false, Evidence.None },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Truth_WhenTheCardAnswers_ClaimsNoMoreThanTheAnswer(PanelOutcome outcome, bool sent, Evidence evidence)
    {
        await using var test = new WorkerOnLoopback();
        test.Want("charity-01");
        await test.AskedAsync();
        var state = await test.AnswerAsync(outcome);
        Assert.Equal((sent, evidence, outcome), (state.IsSent, state.Truth.Seen.Evidence, state.Outcome!.Value));
    }

    [Theory]
    [InlineData(PanelOutcome.Rejected)]
    [InlineData(PanelOutcome.Busy)]
    [InlineData(PanelOutcome.NoAnswer)]
    [InlineData(PanelOutcome.Garbled)]
    public async Task Sent_WhenALaterShowFails_IsNothing(PanelOutcome outcome)
    {
        await using var test = new WorkerOnLoopback();
        test.Want("charity-01");
        await test.AskedAsync();
        await test.AnswerAsync(PanelOutcome.Accepted);
        test.Want("charity-02");
        await test.AskedAsync();
        await test.SayAsync(outcome);
        var state = (await test.Board.WaitAsync(now => now[0].Outcome == outcome, test.Token))[0];
        Assert.Equal((null, Evidence.None), (state.Truth.Sent, state.Truth.Seen.Evidence));
    }

    [Theory]
    [InlineData(PanelOutcome.NoAnswer)]
    [InlineData(PanelOutcome.Busy)]
    [InlineData(PanelOutcome.Garbled)]
    [InlineData(PanelOutcome.Rejected)]
    public async Task Card_WhenItFailed_IsAskedTheSameAgainAfterAPause(PanelOutcome outcome)
    {
        await using var test = new WorkerOnLoopback();
        var wanted = test.Want("charity-01");
        await test.AskedAsync();
        await test.AnswerAsync(outcome);
        Assert.Equal(wanted.Digest, (await test.AskedAfterAsync(TimeSpan.FromSeconds(5))).Digest);
    }

    [Theory]
    [InlineData(PanelOutcome.NoAnswer)]
    [InlineData(PanelOutcome.Rejected)]
    public async Task Pause_WhenANewerShowComes_EndsAtOnce(PanelOutcome outcome)
    {
        await using var test = new WorkerOnLoopback();
        test.Want("charity-01");
        await test.AskedAsync();
        await test.AnswerAsync(outcome);
        var newer = test.Want("charity-02");

        // The clock of the line has not moved at all.
        Assert.Equal(newer.Digest, (await test.AskedAsync()).Digest);
        Assert.Equal(WorkerOnLoopback.Start, test.LineTime.GetUtcNow());
    }

    [Fact]
    public async Task Shows_WhenSeveralComeDuringAnExchange_OnlyTheNewestIsSent()
    {
        await using var test = new WorkerOnLoopback();
        test.Want("charity-01");
        await test.AskedAsync();
        test.Want("charity-02");
        test.Want("charity-03");
        var newest = test.Want("charity-04");
        await test.AnswerAsync(PanelOutcome.Accepted);
        Assert.Equal(newest.Digest, (await test.AskedAsync()).Digest);
    }

    [Fact]
    public async Task Show_WhenANewerOneCameWhileTheLineWasTaken_IsNeverSent()
    {
        await using var test = new WorkerOnLoopback();
        test.Want("charity-01");
        await test.AskedAsync();
        await test.AnswerAsync(PanelOutcome.Accepted);

        // A neighbour on the same line is being asked, and does not answer yet.
        var neighbour = test.Line.AskAsync(
            test.Adapter.Begin(new Signage.Protocols.Adapters.PanelCommand.LoadPages(test.Show("charity-18").Value), test.Profile, test.Panel.Face), test.Token);
        await test.AskedAsync();
        test.Want("charity-02");
        await test.TakenAsync();
        var newest = test.Want("charity-03");
        await test.AnswerNeighbourAsync(PanelOutcome.Accepted);
        await neighbour;

        Assert.Equal(newest.Digest, (await test.AskedAsync()).Digest);
    }

    [Fact]
    public async Task Trouble_WhenTheCardIsBack_IsForgotten()
    {
        await using var test = new WorkerOnLoopback();
        test.Want("charity-01");
        await test.AskedAsync();
        Assert.NotNull((await test.AnswerAsync(PanelOutcome.Busy)).Detail);
        await test.AskedAfterAsync(TimeSpan.FromSeconds(5));
        Assert.Null((await test.AnswerAsync(PanelOutcome.Accepted)).Detail);
    }

    [Fact]
    public async Task Panel_WhenAnOlderShowIsRefusedLate_IsNotSettledForTheNewerOne()
    {
        await using var test = new WorkerOnLoopback();
        test.Want("charity-01");
        await test.AskedAsync();
        var newer = test.Want("charity-02");
        await test.SayAsync(PanelOutcome.Rejected);

        // The newer one is on the wire, so the refusal of the older one has been written down.
        Assert.Equal(newer.Digest, (await test.AskedAsync()).Digest);
        Assert.False(test.State.IsSettled);
    }

    [Fact]
    public async Task Show_WhenTheProfileWantsRefreshing_IsSentAgainUnchanged()
    {
        await using var test = new WorkerOnLoopback(refreshSeconds: 60);
        var wanted = test.Want("charity-01");
        await test.AskedAsync();
        await test.AnswerAsync(PanelOutcome.Accepted);
        Assert.Equal(wanted.Digest, (await test.AskedAfterAsync(TimeSpan.FromSeconds(60))).Digest);
    }

    [Fact]
    public async Task Sent_WhileANewerShowIsOnTheWire_IsNothing()
    {
        await using var test = new WorkerOnLoopback();
        var first = test.Want("charity-01");
        await test.AskedAsync();
        await test.AnswerAsync(PanelOutcome.Accepted);
        test.Want("charity-02");
        await test.AskedAsync();
        Assert.Null((await test.Board.WaitAsync(now => now[0].Truth.Sent is null, test.Token))[0].Truth.Sent);

        // The plan turns back before the card has answered: what was lit before is not known to be lit again.
        test.Want("charity-01");
        Assert.Equal((false, first.Digest), (test.State.IsSent, test.State.Truth.Desired!.Value));
    }

    [Fact]
    public async Task Worker_WhenTheProgramFails_TellsItAndTriesAgain()
    {
        await using var test = new WorkerOnLoopback();
        test.Adapter.FailNext();
        var wanted = test.Want("charity-01");
        var states = await test.Board.WaitAsync(now => now[0].Trouble is not null, test.Token);
        Assert.Contains("scripted failure", states[0].Trouble, StringComparison.Ordinal);
        Assert.Equal(wanted.Digest, (await test.AskedAfterAsync(TimeSpan.FromSeconds(5))).Digest);
    }

    [Fact]
    public async Task Blank_WhenPressedWhileACardIsAskedWhetherItIsThere_DoesNotWaitForTheAnswer()
    {
        await using var test = new WorkerOnLoopback(heartbeatSeconds: 5);
        test.Want("charity-01");
        await test.AskedAsync();
        await test.AnswerAsync(PanelOutcome.Accepted);
        var pinged = test.Adapter.PingedAsync(test.Token).AsTask();
        using (var real = new PeriodicTimer(TimeSpan.FromMilliseconds(10), TimeProvider.System))
        {
            while (!pinged.IsCompleted && await real.WaitForNextTickAsync(test.Token))
            {
                test.LineTime.Advance(TimeSpan.FromSeconds(1));
            }
        }

        // The card says nothing, and line time stands still from here on.
        test.Blanks.Press([], "owner");
        Assert.True(await test.Adapter.DarkenedAsync(test.Token));
        Assert.True((await test.Board.WaitAsync(now => now[0].IsDarkened, test.Token))[0].IsDarkened);
    }

    /// <summary>No clock moves: what was pressed does not wait for the end of a pause.</summary>
    [Fact]
    public async Task Blank_WhenTheWorkerRestsAfterAFailureOfItsOwn_IsHeardAtOnce()
    {
        await using var test = new WorkerOnLoopback();
        test.Want("charity-01");
        await test.AskedAsync();
        await test.AnswerAsync(PanelOutcome.Accepted);
        await test.LiveAsync(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1));
        test.LineTime.FailNext();
        test.Worker.Doubt();
        await test.Board.WaitAsync(now => now[0].Trouble?.Contains("scripted failure of the clock", StringComparison.Ordinal) == true, test.Token);
        await test.RestingAsync();
        test.Blanks.Press([], "owner");
        Assert.True(await test.Adapter.DarkenedAsync(test.Token));
    }

    [Fact]
    public async Task Blank_WhenPressedTwiceWhileAShowWaitsForTheLine_EndsInTheDark()
    {
        await using var test = new WorkerOnLoopback();
        test.Want("charity-01");
        await test.AskedAsync();
        await test.AnswerAsync(PanelOutcome.Accepted);

        // A neighbour is being asked; the next show stands in the queue.
        var neighbour = test.Line.AskAsync(
            test.Adapter.Begin(new Signage.Protocols.Adapters.PanelCommand.LoadPages(test.Show("charity-18").Value), test.Profile, test.Panel.Face), test.Token);
        await test.AskedAsync();
        test.Want("charity-02");
        await test.TakenAsync();
        test.Blanks.Press([], "owner");
        Assert.True(await test.Adapter.DarkenedAsync(test.Token));
        test.Blanks.Press([], "owner");
        await neighbour;
        await test.Board.WaitAsync(now => now[0].IsDarkened, test.Token);
        Assert.Null(test.State.Truth.Sent);
    }
}
