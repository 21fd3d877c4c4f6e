using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Dispatch;
using Signage.Controller.Health;
using Signage.Controller.Planning;
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
        _record = new PanelRecord(_board, new Bell(), _time, _meter, NullLogger.Instance);
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

    [Theory]
    [InlineData(true)]
    [InlineData(null)]
    public void Ping_WhenTheCardSaysSoNoLonger_TakesTheReasonBack(bool? playsOurs)
    {
        Light();
        Ping(false, null);
        Light();
        Assert.NotNull(State.Trouble);
        Ping(playsOurs, null);
        Assert.Null(State.Trouble);
    }

    public void Dispose() => _meter.Dispose();

    private void Light() => _record.Lit(Gate, Wanted, new DialogueStep.Done(PanelOutcome.SentUnverified));

    private void Ping(bool? playsOurs, string? why) =>
        _record.Pinged(Gate, new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { PlaysOurs = playsOurs, WhyNotOurs = why }));
}
