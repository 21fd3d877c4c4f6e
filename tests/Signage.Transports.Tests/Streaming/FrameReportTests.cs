using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Testing.Clocks;
using Signage.Transports.Pumping;
using Signage.Transports.Streaming;

namespace Signage.Transports.Tests.Streaming;

/// <summary>How a stream went, in numbers: a neighbour on the line holds a picture up for a time that the test chooses, and the report says by how much.</summary>
public sealed class FrameReportTests : IAsyncDisposable
{
    private static readonly PixelSize Face = new(16, 8);
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    private readonly StepTime _time = new(DateTimeOffset.Parse("2026-09-05T00:00:00Z", null));
    private readonly PanelLine _line;
    private readonly FramePlayer _player;
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public FrameReportTests()
    {
        _line = new PanelLine(new Uri("udp://127.0.0.1:4048"), new StreamTransport(new StreamLink()), new DialoguePump(_time));
        _player = new FramePlayer(_line, new FramePacing(20, 1000, EvidenceLevel.Derived), (_, _) => new OneWord(TimeSpan.Zero), _time);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _line.DisposeAsync();
        _stop.Dispose();
    }

    /// <summary>The first picture is never behind, so the mean over both is half of what the second one was.</summary>
    [Theory]
    [InlineData(50, 0, 0)]
    [InlineData(60, 10, 0)]
    [InlineData(75, 25, 0)]
    [InlineData(76, 26, 1)]
    [InlineData(98, 48, 1)]
    public async Task Report_WhenTheLineWasTakenAtItsMoment_TellsHowFarBehindThePictureLeft(int takenMilliseconds, int behindMilliseconds, int late)
    {
        await BeginAsync();
        await HoldAsync(TimeSpan.FromMilliseconds(takenMilliseconds));

        var behind = TimeSpan.FromMilliseconds(behindMilliseconds);
        Assert.Equal(new FrameReport(2, 0, late, behind / 2, behind), _player.Report);
    }

    [Fact]
    public async Task Report_WhenPicturesWereLateAndOthersDropped_KeepsThemApart()
    {
        await BeginAsync();
        await HoldAsync(TimeSpan.FromMilliseconds(90));

        // At 260 ms: those of 100, 150 and 200 are over, and that of 250 leaves ten behind.
        _time.Advance(TimeSpan.FromMilliseconds(170));
        await SentAsync(3);

        var report = _player.Report;
        Assert.Equal((3, 3, 1, TimeSpan.FromMilliseconds(40)), (report.Sent, report.Dropped, report.Late, report.Latest));
        Assert.Equal(50.0 / 3, report.Jitter.TotalMilliseconds, tolerance: 0.001);
    }

    [Fact]
    public async Task Report_WhenEveryPictureLeavesAtItsMoment_HasNothingToTell()
    {
        await BeginAsync();
        for (var sent = 2; sent <= 20; sent++)
        {
            _time.Advance(Period);
            await SentAsync(sent);
        }

        Assert.Equal(FrameReport.None with { Sent = 20 }, _player.Report);
    }

    private async Task BeginAsync()
    {
        _running = _player.RunAsync(_stop.Token);
        var picture = PixelFrame.ParseMono(string.Join('\n', Enumerable.Repeat("###.#...........", Face.Height)));

        // Every moment of the player finds it two columns on, so that a picture is due at each.
        await _line.AskAsync(_player.Begin([new Page(picture, Effect.ContinuousLeft, Period / 2, TimeSpan.Zero)], Face), Token);
        await SentAsync(1);
    }

    /// <summary>A neighbour has the line from now on and for so long, the next moment of the stream included.</summary>
    private async Task HoldAsync(TimeSpan taken)
    {
        var neighbour = _line.AskAsync(new OneWord(taken), Token);
        await Patience.UntilAsync(() => _time.Waiting == 2, () => _time.Waiting, Token);

        // Less than two periods: whenever the player wakes, it is for the first of them.
        _time.Advance(taken);
        await neighbour;
        await SentAsync(2);
    }

    // So many have left, and the player waits for its next moment.
    private Task SentAsync(int sent) => Patience.UntilAsync(() => _player.Report.Sent == sent && _time.Waiting == 1, () => (_player.Report, _time.Waiting), Token);

    /// <summary>Says one thing, and has the line until its time is over.</summary>
    private sealed class OneWord(TimeSpan taken) : IPanelDialogue
    {
        public DialogueStep Start(LineHistory history) => new DialogueStep.Send(new WireMessage.Datagrams([new byte[] { 1 }]), taken);

        public DialogueStep OnSilence() => new DialogueStep.Done(PanelOutcome.SentUnverified);
    }
}
