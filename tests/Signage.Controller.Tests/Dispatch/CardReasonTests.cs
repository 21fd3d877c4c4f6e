using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Dispatch;
using Signage.Controller.Health;
using Signage.Controller.Planning;
using Signage.Controller.Watching;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Truth;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>What is written down is never more than what a card was heard to say.</summary>
public sealed class CardReasonTests : IDisposable
{
    private static readonly Panel Gate = new(new PanelId("gate"), "东门", "wled/esp32", PanelFace.Parse("8x2xrgb"), new Uri("udp://127.0.0.1:4048"));
    private static readonly Show Wanted = new(
        Gate.Face,
        "test",
        [new ShowPage(new Page(Core.Frames.PixelFrame.Dark(Gate.Face.Size, Gate.Face.Layout), Effect.Static, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)), Revision.Blank)]);

    private readonly FakeTimeProvider _time = new();
    private readonly PanelBoard _board = new();
    private readonly SiteMeter _meter;
    private readonly PanelRecord _record;

    public CardReasonTests()
    {
        _meter = new SiteMeter(_board, new Pulses(_time));
        _record = new PanelRecord(_board, new Bell(), new SiteDays(_time, TimeZoneInfo.Utc), _meter, NullLogger.Instance);
        _board.Change(Gate, state => state with { Truth = state.Truth with { Desired = Wanted.Digest } });
    }

    private PanelState State => _board.Find(Gate.Id)!;

    [Fact]
    public void Ping_WhenTheCardShowsSomethingElse_TellsTheCardsReason_AlsoAfterItIsSentAnew()
    {
        Light();
        Ping(false, "why");
        Assert.Equal((null, true), (State.Truth.Sent, State.Trouble?.Contains("why", StringComparison.Ordinal)));

        // A datagram that left proves nothing against what the card said of itself.
        Light();
        Assert.Equal((Evidence.None, true), (State.Truth.Seen.Evidence, State.Trouble?.Contains("why", StringComparison.Ordinal)));
    }

    [Fact]
    public void Ping_WhenTheCardSaysThatItShowsOurs_TakesTheReasonBack()
    {
        Light();
        Ping(false, null);
        Light();
        Assert.NotNull(State.Trouble);
        Ping(true, null);
        Assert.Null(State.Trouble);
    }

    /// <summary>A report that does not speak of the content leaves what the card said of it before: words that come and go with each question help nobody.</summary>
    [Fact]
    public void Ping_WhenTheCardDoesNotSay_LeavesTheReason()
    {
        Light();
        Ping(false, "why");
        Ping(null, null);
        Assert.Contains("why", State.Trouble, StringComparison.Ordinal);
        Assert.Equal(PanelLight.Differs, SiteWindow.LightOf(State, blanked: false));
    }

    [Fact]
    public void Ping_WhenTheCardShowsSomethingElse_Differs_AlsoWhileItIsSentAnew()
    {
        Light();
        Ping(false, "why");
        Assert.Equal(PanelLight.Differs, SiteWindow.LightOf(State, blanked: false));
        _record.Sending(Gate, Wanted);
        Light();
        Assert.Equal(PanelLight.Differs, SiteWindow.LightOf(State, blanked: false));
    }

    /// <summary>一键黑屏 over a controller that hides streams: its own picture is lit, and no sending proves otherwise.</summary>
    [Fact]
    public void Blank_WhenTheCardReportsThatItShowsItsOwn_IsNotCalledDark()
    {
        Light();
        Ping(false, "why");
        Darken();
        Assert.Equal(PanelLight.Differs, SiteWindow.LightOf(State, blanked: true));
        Assert.True(Ping(false, "why"));
        Darken();
        Assert.Equal(PanelLight.Differs, SiteWindow.LightOf(State, blanked: true));
        Assert.Contains("why", State.Trouble, StringComparison.Ordinal);
        Ping(true, null);
        Assert.Equal((PanelLight.BlankedUnverified, null), (SiteWindow.LightOf(State, blanked: true), State.Trouble));
    }

    [Fact]
    public void Trouble_WhenOnlyASendingWentWell_IsStillTold()
    {
        Light();
        _record.Pinged(Gate, new DialogueStep.Done(PanelOutcome.NoAnswer, Detail: "silent"));
        Light();
        Assert.Equal((PanelLight.Lost, "silent"), (SiteWindow.LightOf(State, blanked: false), State.Trouble));
        Ping(true, null);
        Assert.Null(State.Trouble);
    }

    [Fact]
    public void Trouble_WhenDatagramsWereRefused_IsToldUntilNoneWasForAWhile()
    {
        _record.Lit(Gate, Wanted, new DialogueStep.Done(PanelOutcome.NoAnswer, Detail: "refused"));
        Light();
        Age(TimeSpan.FromSeconds(5));
        Assert.Equal((PanelLight.Lost, "refused"), (SiteWindow.LightOf(State, blanked: false), State.Trouble));
        Age(TimeSpan.FromSeconds(10));
        Assert.Equal((PanelLight.SentUnverified, null), (SiteWindow.LightOf(State, blanked: false), State.Trouble));
    }

    /// <summary>A controller that takes pictures at one port and answers at another is heard before its pictures have been taken for a while.</summary>
    [Fact]
    public void Trouble_WhenDatagramsWereRefusedAndTheCardAnswersSince_IsToldUntilNoneWasForAWhile()
    {
        _record.Lit(Gate, Wanted, new DialogueStep.Done(PanelOutcome.NoAnswer, Detail: "refused"));
        Light();
        Ping(true, null);
        Age(TimeSpan.FromSeconds(5));
        Assert.Equal((true, "refused"), (State.Reached, State.Trouble));
        Age(TimeSpan.FromSeconds(10));
        Assert.Equal((true, null), (State.Reached, State.Trouble));
    }

    [Fact]
    public void Trouble_WhenOneFaultSpoilsSeveralAttempts_IsToldOnce()
    {
        var refused = new DialogueStep.Done(PanelOutcome.NoAnswer, Detail: "refused");
        _record.Lit(Gate, Wanted, refused);
        _record.Pinged(Gate, refused);
        _record.Darkened(Gate, null, refused);
        Assert.EndsWith(": refused", State.Trouble, StringComparison.Ordinal);
        Assert.Equal(1, State.Trouble!.Split("refused").Length - 1);
    }

    [Fact]
    public void Ping_WhenTheCardReportsAnotherFace_SaysSo_AndSendsNothingAnew()
    {
        Light();
        Assert.False(Report(new PanelReading([]) { PlaysOurs = true, Face = PanelFace.Parse("8x8xrgb") }));
        Assert.Equal(PanelLight.Differs, SiteWindow.LightOf(State, blanked: false));
        Assert.Contains("8x8xrgb", State.Trouble, StringComparison.Ordinal);
        Light();
        Assert.Contains("8x8xrgb", State.Trouble, StringComparison.Ordinal);
        Report(new PanelReading([]) { PlaysOurs = true, Face = Gate.Face });
        Assert.Null(State.Trouble);
    }

    public void Dispose() => _meter.Dispose();

    private void Light() => _record.Lit(Gate, Wanted, new DialogueStep.Done(PanelOutcome.SentUnverified));

    private void Darken() => _record.Darkened(Gate, null, new DialogueStep.Done(PanelOutcome.SentUnverified));

    private void Age(TimeSpan by)
    {
        _time.Advance(by);
        _board.Change(Gate, state => PanelAgeing.At(state, TestProfiles.Find(Gate.ProfileId), _time.GetUtcNow()));
    }

    private bool Ping(bool? playsOurs, string? why) => Report(new PanelReading([]) { PlaysOurs = playsOurs, WhyNotOurs = why });

    private bool Report(PanelReading reading) => _record.Pinged(Gate, new DialogueStep.Done(PanelOutcome.Accepted, reading));
}
