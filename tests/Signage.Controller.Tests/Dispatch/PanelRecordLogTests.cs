using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Dispatch;
using Signage.Controller.Health;
using Signage.Controller.Planning;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>The log tells what became of a panel: in words where nothing is known yet, and once.</summary>
public sealed class PanelRecordLogTests : IDisposable
{
    private static readonly PanelFace Face = PanelFace.Parse("8x2x1");
    private static readonly DialogueStep.Done Silent = new(PanelOutcome.NoAnswer);
    private static readonly DialogueStep.Done Reports = new(PanelOutcome.Accepted, new PanelReading([]) { PlaysOurs = true, PoweredOn = true });

    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-09-05T00:00:00Z", null));
    private readonly PanelBoard _board = new();
    private readonly Lines _log = new();
    private readonly SiteMeter _meter;
    private readonly PanelRecord _record;
    private readonly Panel _panel = new(new PanelId("gate"), "东门", "test", Face, new Uri("loopback:gate"));
    private readonly Show _show = new(
        Face, "test", [new ShowPage(new Page(PixelFrame.ParseMono("########\n########"), Effect.Static, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(5)), Revision.Blank)]);

    public PanelRecordLogTests()
    {
        _meter = new SiteMeter(_board, new Pulses(_time));
        _record = new PanelRecord(_board, new Bell(), new SiteDays(_time, TimeZoneInfo.Utc), _meter, _log);
        _board.Change(_panel, state => state with { Desired = _show, Truth = state.Truth with { Desired = _show.Digest } });
    }

    [Fact]
    public void Line_WhenNothingIsKnownYet_SaysSoInWords()
    {
        _record.Pinged(_panel, Reports);
        _record.Pinged(_panel, Silent);

        Assert.All(_log.Told, line => Assert.DoesNotContain("(null)", line, StringComparison.Ordinal));
        Assert.StartsWith("panel gate: no outcome yet, sent nothing, seen None", _log.Told[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Line_WhenACardReportsTheSameAtEachHeartbeat_IsWrittenOnce()
    {
        _record.Lit(_panel, _show, new DialogueStep.Done(PanelOutcome.SentUnverified));
        for (var beat = 0; beat < 5; beat++)
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            _record.Pinged(_panel, Reports);
        }

        Assert.Equal(["None", "Status"], _log.Told.Select(line => line[(line.IndexOf("seen ", StringComparison.Ordinal) + 5)..]));
    }

    public void Dispose() => _meter.Dispose();

    private sealed class Lines : ILogger
    {
        public List<string> Told { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Told.Add(formatter(state, exception));
    }
}
