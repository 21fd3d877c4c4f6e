using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Dispatch;
using Signage.Controller.Dispatch.ReadBack;
using Signage.Controller.Health;
using Signage.Controller.Planning;
using Signage.Controller.Watching;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Truth;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>What is written down of a card that was asked, never more than the last answer proves.</summary>
public sealed class PanelRecordTests : IDisposable
{
    private static readonly PanelFace Face = PanelFace.Parse("8x2x1");
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(20);
    private static readonly DialogueStep.Done Answered = new(PanelOutcome.Accepted);

    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-09-05T00:00:00Z", null));
    private readonly PanelBoard _board = new();
    private readonly SiteMeter _meter;
    private readonly PanelRecord _record;
    private readonly Panel _panel = new(new PanelId("gate"), "东门", "test", Face, new Uri("loopback:gate"));
    private readonly Show _show = new(
        Face, "test", [new ShowPage(new Page(PixelFrame.ParseMono("########\n########"), Effect.Static, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(5)), Revision.Blank)]);

    public PanelRecordTests()
    {
        _meter = new SiteMeter(_board, new Pulses(_time));
        _record = new PanelRecord(_board, new Bell(), new SiteDays(_time, TimeZoneInfo.Utc), _meter, NullLogger.Instance);
        _board.Change(_panel, state => state with { Desired = _show, Truth = state.Truth with { Desired = _show.Digest } });
        _record.Lit(_panel, _show, Answered);
    }

    private PanelState State => _board.Find(_panel.Id)!;

    private PanelLight Light => SiteWindow.LightOf(State, blanked: false);

    public void Dispose() => _meter.Dispose();

    [Fact]
    public void ReadBack_WhenItMatches_IsSeen()
    {
        Read(matches: true);
        Assert.Equal(PanelLight.Seen, Light);
    }

    [Fact]
    public void ReadBack_WhenThePictureDiffersForTheFirstTime_IsSeenNoLonger()
    {
        Read(matches: true);
        Assert.False(Read(matches: false));
        Assert.Equal((PanelLight.Sent, Evidence.Acknowledged), (Light, State.Truth.Seen.Evidence));
    }

    [Fact]
    public void ReadBack_WhenThePictureDiffersForLong_SaysSoAndNotBefore()
    {
        Read(matches: true);
        Read(matches: false);
        _time.Advance(Allowed - TimeSpan.FromSeconds(1));
        Assert.False(Read(matches: false));
        Assert.NotEqual(PanelLight.Differs, Light);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(Read(matches: false));
        Assert.Equal(PanelLight.Differs, Light);
        Read(matches: true);
        Assert.Equal(PanelLight.Seen, Light);
    }

    [Fact]
    public void ReadBack_WhenTheShowWasSentAgain_MayDifferAsLongAnew()
    {
        Read(matches: false);
        _time.Advance(Allowed);
        Assert.True(Read(matches: false));
        _record.Sending(_panel, _show);
        _record.Lit(_panel, _show, Answered);
        Assert.False(Read(matches: false));
        _time.Advance(Allowed);
        Assert.True(Read(matches: false));
    }

    [Theory]
    [InlineData(PanelOutcome.Accepted)]
    [InlineData(PanelOutcome.Rejected)]
    [InlineData(PanelOutcome.Busy)]
    [InlineData(PanelOutcome.Garbled)]
    [InlineData(PanelOutcome.NoAnswer)]
    public void Unread_WhenNoPictureCanBeCompared_IsSeenNoLonger(PanelOutcome outcome)
    {
        Read(matches: true);
        _record.Unread(_panel, new DialogueStep.Done(outcome), "another size");
        Assert.NotEqual(PanelLight.Seen, Light);
        Assert.NotNull(State.Trouble);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, 0)]
    public void Ping_WhenTheCardReportsThatItIsDark_DiffersAndIsSentAnew(bool on, int? brightness)
    {
        Read(matches: true);
        Assert.True(Report(new PanelReading([]) { PlaysOurs = true, PoweredOn = on, BrightnessPercent = brightness }));
        Assert.Equal((PanelLight.Differs, Evidence.Acknowledged), (Light, State.Truth.Seen.Evidence));
        Assert.NotNull(State.Trouble);
    }

    [Fact]
    public void Ping_WhenTheCardDoesNotSpeakOfItsLight_LeavesWhatItSaidBefore()
    {
        Report(new PanelReading([]) { PoweredOn = false });
        Report(new PanelReading([]));
        _record.Lit(_panel, _show, Answered);
        Assert.Equal(PanelLight.Differs, Light);
        Report(new PanelReading([]) { PoweredOn = true });
        Assert.Equal((PanelLight.Sent, null), (Light, State.Trouble));
    }

    [Fact]
    public void ReadBack_WhenTheCardReportsThatItIsDark_SaysSoAtOnce()
    {
        Read(matches: true);
        Assert.True(_record.ReadBack(
            _panel, _show, new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { PoweredOn = true, BrightnessPercent = 0 }), PixelFrame.Dark(Face.Size, Face.Layout),
            new GlassFinding(GlassVerdict.Wrong, 16, TimeSpan.FromSeconds(10)), Allowed));
        Assert.Equal(PanelLight.Differs, Light);
    }

    /// <summary>Another site plays its show on the same card, and a page of it looks like one of ours.</summary>
    [Fact]
    public void ReadBack_WhenTheCardPlaysAnotherShowOfTheSameLook_IsNotSeen()
    {
        _record.Lit(_panel, _show, new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { Plays = "signage-00000001" }));
        Assert.True(_record.ReadBack(
            _panel, _show, new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { PlaysOurs = true, Plays = "signage-00000002" }), _show.Loop[0].Picture,
            new GlassFinding(GlassVerdict.Right, 0, TimeSpan.FromSeconds(10)), Allowed));
        Assert.Equal(PanelLight.Differs, Light);
    }

    [Fact]
    public void ReadBack_WhenThePictureStillDiffersAfterItWasSentAnew_SaysSoAllTheTime()
    {
        Read(matches: false);
        _time.Advance(Allowed);
        Read(matches: false);
        var told = State.Trouble;
        _record.Sending(_panel, _show);
        _record.Lit(_panel, _show, Answered);
        Assert.Equal((PanelLight.Differs, told), (Light, State.Trouble));
        Read(matches: false);
        Assert.Equal((PanelLight.Differs, told), (Light, State.Trouble));
        Read(matches: true);
        Assert.Equal((PanelLight.Seen, null), (Light, State.Trouble));
    }

    [Fact]
    public void Ping_WhenTheCardIsDarkAndPlaysOurs_IsNoEvidenceOfLight()
    {
        _record.Pinged(_panel, new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { PlaysOurs = true, PoweredOn = false }));
        Assert.Equal(Evidence.Acknowledged, State.Truth.Seen.Evidence);
    }

    [Fact]
    public void Ping_WhenTheCardIsLitAndPlaysOurs_IsAStateThatFits()
    {
        _record.Pinged(_panel, new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { PlaysOurs = true, PoweredOn = true }));
        Assert.Equal(Evidence.Status, State.Truth.Seen.Evidence);
    }

    [Fact]
    public void Ping_WhenTheCardPlaysAnotherShowOfOurs_IsRefuted()
    {
        _record.Lit(_panel, _show, new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { Plays = "sg_000000000001" }));
        Assert.False(_record.Pinged(_panel, new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { PlaysOurs = true, Plays = "sg_000000000001" })));
        Assert.True(_record.Pinged(_panel, new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { PlaysOurs = true, Plays = "sg_000000000002" })));
        Assert.Null(State.Truth.Sent);
    }

    [Fact]
    public void ReadBack_WhenTheShowIsBackAfterAnother_IsSeenAgain()
    {
        Assert.True(_record.Pinged(_panel, new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { PlaysOurs = false })));
        Read(matches: true);
        Assert.Equal((PanelLight.Seen, null), (Light, State.Trouble));
    }

    [Fact]
    public void Ping_WhenADarkenedCardReportsThatItIsLitAgain_IsNoLongerCalledBlanked()
    {
        _record.Darkened(_panel, null, new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { PoweredOn = false }));
        Assert.Equal(PanelLight.Blanked, SiteWindow.LightOf(State, blanked: true));
        Assert.False(_record.Pinged(_panel, new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { PoweredOn = false, PlaysOurs = true })));
        Assert.True(_record.Pinged(_panel, new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { PoweredOn = true, PlaysOurs = true })));
        Assert.NotEqual(PanelLight.Blanked, SiteWindow.LightOf(State, blanked: true));
    }

    [Fact]
    public void Darkness_WhenTheCardNeverConfirms_IsNotCalledConfirmed()
    {
        _record.Darkened(_panel, null, new DialogueStep.Done(PanelOutcome.SentUnverified));
        Assert.Equal(PanelLight.BlankedUnverified, SiteWindow.LightOf(State, blanked: true));
    }

    [Fact]
    public void ReadBack_WhenTheLoopIsNotSeenToGoOn_IsSeenNoLongerAndNothingIsWrong()
    {
        Read(matches: true);
        Read(GlassVerdict.Unproven);
        _time.Advance(Allowed * 10);
        Assert.False(Read(GlassVerdict.Unproven));
        Assert.Equal((PanelLight.Sent, null), (Light, State.Trouble));
    }

    [Fact]
    public void ReadBack_WhenTheLoopStandsForLong_SaysSo()
    {
        Read(GlassVerdict.Stands);
        Assert.Equal(PanelLight.Sent, Light);
        _time.Advance(Allowed);
        Assert.True(Read(GlassVerdict.Stands));
        Assert.Equal(PanelLight.Differs, Light);
        Assert.Contains("stands still", State.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadBack_WhenTheComparisonIsCutOff_IsUnknownAndNeverWrong()
    {
        Read(matches: true);
        Read(GlassVerdict.Unknown);
        _time.Advance(Allowed * 10);
        Assert.False(Read(GlassVerdict.Unknown));
        Assert.Equal(PanelLight.Sent, Light);
        Assert.NotNull(State.Trouble);
    }

    private bool Report(PanelReading reading) => _record.Pinged(_panel, new DialogueStep.Done(PanelOutcome.Accepted, reading));

    private bool Read(bool matches) => Read(matches ? GlassVerdict.Right : GlassVerdict.Wrong);

    private bool Read(GlassVerdict verdict) =>
        _record.ReadBack(_panel, _show, Answered, _show.Loop[0].Picture, new GlassFinding(verdict, verdict == GlassVerdict.Wrong ? 3 : 0, TimeSpan.FromSeconds(10)), Allowed);
}
