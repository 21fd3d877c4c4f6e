using Signage.Controller.Dispatch;
using Signage.Core.Panels;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>When a card is told its timer: not before its clock is right, and no oftener than needed.</summary>
public sealed class TimerHoldTests
{
    private static readonly CardTimer Night = CardTimer.Read("22:01-05:59")!;
    private static readonly CardTimer Noon = CardTimer.Read("12:01-12:59")!;
    private readonly TimerHold _hold = new(1, new RetryPause(new Random(1)));

    [Fact]
    public void Card_WhoseClockWasNotSet_IsToldNone()
    {
        _hold.Want(Night);
        Assert.Null(_hold.Next);
        _hold.Set(isTimely: true);
        Assert.Equal(Night, _hold.Next);
    }

    [Fact]
    public void Card_WhenToldOnce_IsLeftAlone_UntilAnotherIsWanted()
    {
        Told();
        _hold.Want(Night);
        _hold.Lost();
        _hold.Set(isTimely: true);
        _hold.Heard(true);
        Assert.Null(_hold.Next);
        _hold.Want(Noon);
        Assert.Equal(Noon, _hold.Next);
    }

    [Fact]
    public void Card_ThatForgotIt_IsToldAgain()
    {
        Told();
        _hold.Heard(false);
        Assert.Equal(Night, _hold.Next);
    }

    [Fact]
    public void Card_WhenItsNightHasCome_IsToldAgain()
    {
        Told();
        _hold.Doubt();
        Assert.Equal(Night, _hold.Next);
    }

    [Fact]
    public void Card_WhenThePolicyGoes_IsToldSo_AndNotAgain()
    {
        Told();
        _hold.Want(CardTimer.None);
        Assert.Equal(CardTimer.None, _hold.Next);
        Assert.True(_hold.Tried(CardTimer.None, PanelOutcome.Accepted, default));
        _hold.Doubt();
        Assert.Null(_hold.Next);
    }

    /// <summary>It may be another program's, or that of a run of ours before; what the policies do not ask for darkens nothing.</summary>
    [Fact]
    public void Card_ThatHasATimerNobodyWants_IsToldSo()
    {
        _hold.Want(CardTimer.None);
        Assert.Null(_hold.Next);
        _hold.Heard(true);
        Assert.Equal(CardTimer.None, _hold.Next);
    }

    [Fact]
    public void Card_WhoseClockCannotBeSet_IsHeldToNone()
    {
        Told();
        _hold.Lost();
        _hold.Set(isTimely: false);
        Assert.Equal(CardTimer.None, _hold.Next);
    }

    [Fact]
    public void Card_WhileNobodyKnowsWhatIsWanted_IsLeftAlone()
    {
        Told();
        _hold.Want(null);
        _hold.Doubt();
        Assert.Null(_hold.Next);
    }

    [Fact]
    public void Card_WithoutATimer_IsToldNone()
    {
        var hold = new TimerHold(0, new RetryPause(new Random(1)));
        hold.Want(Night);
        hold.Set(isTimely: true);
        Assert.Null(hold.DueIn(default));
    }

    [Fact]
    public void Card_ThatRefusesIt_IsNotAskedAgain_UntilAnotherIsWanted()
    {
        _hold.Want(Night);
        _hold.Set(isTimely: true);
        Assert.True(_hold.Tried(Night, PanelOutcome.Rejected, default));
        Assert.Null(_hold.Next);
        _hold.Lost();
        _hold.Set(isTimely: true);
        Assert.Null(_hold.Next);

        // It may have obeyed unheard: taking it away is tried.
        _hold.Want(CardTimer.None);
        Assert.Equal(CardTimer.None, _hold.Next);
    }

    /// <summary>A timer that is not ours to keep darkens what should be lit, so nobody gives it up.</summary>
    [Fact]
    public void Card_ThatIsSilentToIt_IsAskedAgainAndAgain_AndAtOnceWhenItCameBack()
    {
        Told();
        _hold.Want(CardTimer.None);
        var now = TimeSpan.Zero;
        foreach (var isTold in new[] { false, false, true, false, false })
        {
            now += _hold.DueIn(now)!.Value;
            Assert.Equal(isTold, _hold.Tried(CardTimer.None, PanelOutcome.Busy, now));
        }

        Assert.Equal(TimeSpan.FromMinutes(10), _hold.DueIn(now));
        _hold.Lost();
        Assert.Equal(TimeSpan.Zero, _hold.DueIn(now));
    }

    private void Told()
    {
        _hold.Want(Night);
        _hold.Set(isTimely: true);
        Assert.True(_hold.Tried(Night, PanelOutcome.Accepted, default));
        Assert.Null(_hold.Next);
    }
}
