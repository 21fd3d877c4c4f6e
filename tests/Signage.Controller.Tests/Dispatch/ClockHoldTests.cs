using Signage.Controller.Dispatch;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>When the clock of a card is visited, and what a visit is.</summary>
public sealed class ClockHoldTests
{
    private static readonly ProfileCapabilities Whole = new(true, true, true, true, false, false, false);
    private readonly RetryPause _pause = new(new Random(1));

    [Fact]
    public void Card_AtFirst_IsReadSetAndReadAgain_Once()
    {
        var hold = new ClockHold(Whole, _pause);
        Assert.Equal([ClockStep.Read, ClockStep.Set, ClockStep.Read], Visit(hold, default));
        Assert.Null(hold.DueIn(TimeSpan.FromDays(1)));
    }

    [Fact]
    public void Card_ThatDoesNotTellItsState_IsSetUnread() => Assert.Equal([ClockStep.Set], Visit(new ClockHold(Whole with { Status = false }, _pause), default));

    [Fact]
    public void Card_WithoutAClock_IsLeftAlone()
    {
        var hold = new ClockHold(Whole with { Clock = false }, _pause);
        hold.Want();
        hold.Lost();
        Assert.True(hold.Ask(set: true).IsCompleted);
        Assert.Null(hold.DueIn(default));
    }

    [Fact]
    public void Card_ThatWasLost_IsVisitedAgain_ButNotAtEachReturn()
    {
        var hold = new ClockHold(Whole, _pause);
        Visit(hold, TimeSpan.FromSeconds(10));
        hold.Lost();
        Assert.Equal(TimeSpan.FromSeconds(50), hold.DueIn(TimeSpan.FromSeconds(20)));
        Assert.Equal(3, Visit(hold, TimeSpan.FromSeconds(70)).Count);
    }

    [Fact]
    public void Card_WhenItsNightHasCome_IsVisitedAtOnce()
    {
        var hold = new ClockHold(Whole, _pause);
        Visit(hold, default);
        hold.Want();
        Assert.Equal(TimeSpan.Zero, hold.DueIn(TimeSpan.FromSeconds(1)));
        Assert.Equal(3, Visit(hold, TimeSpan.FromSeconds(1)).Count);
    }

    [Fact]
    public void Card_WhenSomebodyOnlyAsks_IsOnlyRead()
    {
        var hold = new ClockHold(Whole, _pause);
        Visit(hold, default);
        var asked = hold.Ask(set: false);
        Assert.False(asked.IsCompleted);
        Assert.Equal([ClockStep.Read], Visit(hold, default));
        Assert.True(asked.IsCompleted);
    }

    [Fact]
    public void Question_DuringAVisit_IsAnsweredByTheNext()
    {
        var hold = new ClockHold(Whole, _pause);
        Assert.Equal(ClockStep.Read, hold.Begin());
        var asked = hold.Ask(set: true);
        Visit(hold, default);
        Assert.False(asked.IsCompleted);
        Assert.Equal(3, Visit(hold, default).Count);
        Assert.True(asked.IsCompleted);
    }

    /// <summary>A card that does not know the question is set all the same, and asked once for each visit.</summary>
    [Theory]
    [InlineData(PanelOutcome.NoAnswer)]
    [InlineData(PanelOutcome.Rejected)]
    [InlineData(PanelOutcome.Busy)]
    public void Card_ThatDoesNotAnswerTheQuestion_IsSet(PanelOutcome outcome)
    {
        var hold = new ClockHold(Whole, _pause);
        Assert.Equal(ClockStep.Read, hold.Begin());
        Assert.True(hold.Tried(outcome, default));
        Assert.Equal(ClockStep.Set, hold.Begin());
    }

    [Fact]
    public void Card_ThatDoesNotAnswerWhenItIsSet_IsTriedThreeTimes_AndLeft()
    {
        var hold = new ClockHold(Whole with { Status = false }, _pause);
        var now = TimeSpan.Zero;
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            now += hold.DueIn(now)!.Value;
            Assert.Equal(ClockStep.Set, hold.Begin());
            Assert.Equal(attempt == 3, hold.Tried(PanelOutcome.NoAnswer, now));
            Assert.Equal(attempt < 3, hold.DueIn(now) > TimeSpan.Zero);
        }

        Assert.Null(hold.DueIn(now + TimeSpan.FromDays(1)));
    }

    [Fact]
    public void Card_ThatRefuses_IsNotAskedTwice()
    {
        var hold = new ClockHold(Whole, _pause);
        hold.Begin();
        hold.Tried(PanelOutcome.Accepted, default);
        hold.Begin();
        Assert.True(hold.Tried(PanelOutcome.Rejected, default));
        Assert.Null(hold.DueIn(TimeSpan.FromDays(1)));
    }

    private static List<ClockStep> Visit(ClockHold hold, TimeSpan now)
    {
        var steps = new List<ClockStep>();
        do
        {
            Assert.Equal(TimeSpan.Zero, steps.Count == 0 ? hold.DueIn(now) : TimeSpan.Zero);
            steps.Add(hold.Begin());
            hold.Tried(PanelOutcome.Accepted, now);
        }
        while (hold.DueIn(now) == TimeSpan.Zero && steps.Count < 3);
        return steps;
    }
}
