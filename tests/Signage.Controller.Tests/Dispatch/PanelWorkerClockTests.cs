using Signage.Controller.Dispatch;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>The clock of a card is seen to when nothing is to be lit or darkened, and never with a time that nobody believes.</summary>
public sealed class PanelWorkerClockTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Card_WhenItsFirstShowIsLit_IsReadSetAndReadAgain()
    {
        await using var test = Quiet();
        test.Want(test.Show("charity-01"));
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromMinutes(5), Step);
        Assert.Equal(["show", "read", "clock", "read"], test.Adapter.Order);
    }

    /// <summary>Half a second is rounded up, so that the card is at most that far off, one way or the other.</summary>
    [Theory]
    [InlineData("2026-09-05T08:00:00.499+08:00", "2026-09-05T08:00:00")]
    [InlineData("2026-09-05T23:59:59.5+08:00", "2026-09-06T00:00:00")]
    [InlineData("2026-07-01T09:00:00+02:00", "2026-07-01T09:00:00")]
    public async Task Card_WhenItIsSet_IsToldTheWallOfTheSite(string wall, string told)
    {
        await using var test = Quiet(DateTimeOffset.Parse(wall, null));
        test.Want(test.Show("charity-01"));
        await test.AskedAsync();
        await test.LiveAsync(Moment, Step);
        Assert.StartsWith(told, $"{Assert.Single(test.Adapter.Told.OfType<PanelCommand.SetClock>()).Local.DateTime:s}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_WhileNobodyKnowsTheTime_IsToldNone_AndIsToldWhenSomebodyDoes()
    {
        await using var test = Quiet(heartbeatSeconds: 5);
        test.Wall = static () => null;
        test.Want(test.Show("charity-01"));
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromMinutes(3), Step);
        Assert.Equal(["show"], test.Adapter.Order);

        test.Wall = () => WorkerOnLoopback.Start;
        await test.LiveAsync(TimeSpan.FromMinutes(2), Step);
        Assert.Equal(["show", "read", "clock", "read"], test.Adapter.Order);
    }

    [Fact]
    public async Task Card_WhenAShowWaits_IsSentTheShowFirst()
    {
        await using var test = Quiet();
        var later = test.Show("charity-02");
        test.Adapter.Status = () =>
        {
            test.Adapter.Status = Right;
            test.Want(later);
            return Right();
        };
        test.Want(test.Show("charity-01"));
        await test.AskedAsync();
        await test.LiveAsync(Moment, Step);
        Assert.Equal(["show", "read", "show", "clock", "read"], test.Adapter.Order);
    }

    /// <summary>The worker stands in the queue of a line that a neighbour holds, to see to the clock, when a show comes: the show does not wait for that.</summary>
    [Fact]
    public async Task Card_WhenAShowComesWhileTheLineWasTaken_IsSentTheShowFirst()
    {
        await using var test = Quiet();
        test.Want(test.Show("charity-01"));
        await test.AskedAsync();
        await test.LiveAsync(Moment, Step);
        var neighbour = test.Line.AskAsync(test.Adapter.Begin(new PanelCommand.Ping(), test.Profile, test.Panel.Face), test.Token);
        await test.Adapter.PingedAsync(test.Token);
        var decided = new TaskCompletionSource();
        test.Wall = () =>
        {
            decided.TrySetResult();
            return WorkerOnLoopback.Start;
        };
        test.Worker.Clock.SetSoon();
        await decided.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, test.Token);

        test.Want(test.Show("charity-02"));
        await test.SayAsync(PanelOutcome.Accepted);
        await neighbour;
        await test.LiveAsync(Moment, Step);
        Assert.Equal(["show", "read", "clock", "read", "show", "read", "clock", "read"], test.Adapter.Order);
    }

    [Fact]
    public async Task Card_WhileItsPanelIsBlanked_IsLeftAlone()
    {
        await using var test = Quiet(heartbeatSeconds: 5);
        test.Want(test.Show("charity-01"));
        await test.AskedAsync();
        await test.LiveAsync(Moment, Step);
        test.Blanks.Press([], "test");
        test.Worker.Clock.SetSoon();
        await test.LiveAsync(TimeSpan.FromMinutes(2), Step);
        Assert.Equal(["show", "read", "clock", "read"], test.Adapter.Order);
    }

    [Fact]
    public async Task Card_WhenItWasLost_IsSetAgain()
    {
        var isLost = false;
        await using var test = Quiet(heartbeatSeconds: 5);
        test.Adapter.Pong = () => new DialogueStep.Done(Volatile.Read(ref isLost) ? PanelOutcome.NoAnswer : PanelOutcome.Accepted);
        test.Want(test.Show("charity-01"));
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromSeconds(8), Step);
        Volatile.Write(ref isLost, true);
        await test.LiveAsync(TimeSpan.FromSeconds(5), Step);
        Volatile.Write(ref isLost, false);
        await test.LiveAsync(TimeSpan.FromMinutes(2), Step);
        Assert.Equal(["show", "read", "clock", "read", "show", "read", "clock", "read"], test.Adapter.Order);
    }

    /// <summary>One that never answers the question is neither called lost for it nor asked for ever.</summary>
    [Fact]
    public async Task Card_ThatIsSilentWhenAsked_IsSet_AndItsShowStands()
    {
        await using var test = Quiet();
        test.Adapter.Status = () => new DialogueStep.Done(PanelOutcome.NoAnswer, LinkSpoiled: true);
        test.Want(test.Show("charity-01"));
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromMinutes(5), Step);
        Assert.Equal(["show", "read", "clock", "read"], test.Adapter.Order);
        Assert.True(test.State.IsSent);
        Assert.Equal((true, null), (test.State.Reached, test.State.Clock.OffSeconds));
    }

    [Theory]
    [InlineData(PanelOutcome.Rejected, 1)]
    [InlineData(PanelOutcome.Busy, 3)]
    public async Task Card_ThatIsNotSet_IsSaidSo_AndIsLitAllTheSame(PanelOutcome outcome, int tries)
    {
        await using var test = Quiet();
        test.Adapter.Clocking = outcome;
        test.Want(test.Show("charity-01"));
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromMinutes(5), Step);
        Assert.Equal(tries, test.Adapter.Order.Count(one => one == "clock"));
        Assert.True(test.State.IsSent);
        Assert.Equal(37, test.State.Clock.OffSeconds);
        Assert.NotNull(test.State.Clock.Refusal);
    }

    [Fact]
    public async Task Drift_WhenRead_IsKept_AndWhatItWasBeforeToo()
    {
        var off = 37;
        await using var test = Quiet();
        test.Adapter.Status = () => Shows(WorkerOnLoopback.Start.DateTime.AddSeconds(Interlocked.Exchange(ref off, 0)));
        test.Want(test.Show("charity-01"));
        await test.AskedAsync();
        await test.LiveAsync(Moment, Step);
        Assert.Equal((0L, 37L), (test.State.Clock.OffSeconds, test.State.Clock.FoundSeconds));
        Assert.NotNull(test.State.Clock.ReadAt);
        Assert.NotNull(test.State.Clock.SetAt);
    }

    [Fact]
    public async Task Question_WhenSomebodyWaits_EndsWithTheVisit()
    {
        await using var test = Quiet();
        test.Want(test.Show("charity-01"));
        await test.AskedAsync();
        await test.LiveAsync(Moment, Step);
        await test.Worker.Clock.AskAsync(set: false).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, test.Token);
        Assert.Equal(["show", "read", "clock", "read", "read"], test.Adapter.Order);
    }

    private static DialogueStep.Done Right() => Shows(WorkerOnLoopback.Start.DateTime.AddSeconds(37));

    private static DialogueStep.Done Shows(DateTime clock) => new(PanelOutcome.Accepted, new PanelReading([]) { Clock = clock });

    private static WorkerOnLoopback Quiet(DateTimeOffset? wall = null, int? heartbeatSeconds = null)
    {
        var test = new WorkerOnLoopback(heartbeatSeconds: heartbeatSeconds) { Wall = () => wall ?? WorkerOnLoopback.Start };
        test.Adapter.TakesAll = true;
        test.Adapter.Status = Right;
        return test;
    }

    private static WorkerOnLoopback Quiet(int heartbeatSeconds)
    {
        var test = Quiet(null, heartbeatSeconds);
        test.Adapter.Pong = static () => new DialogueStep.Done(PanelOutcome.Accepted);
        return test;
    }
}
