using System.Buffers.Binary;
using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Testing.Clocks;
using Signage.Transports.Pumping;
using Signage.Transports.Streaming;

namespace Signage.Transports.Tests.Streaming;

/// <summary>A stream on a fake clock: each picture is the one of its stamp, none comes twice without need, none comes late.</summary>
public sealed class FramePlayerTests : IAsyncDisposable
{
    private static readonly PixelSize Face = new(16, 8);
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);
    private static readonly FramePacing Pacing = new(20, 1000, EvidenceLevel.Derived);

    private readonly StepTime _time = new(DateTimeOffset.Parse("2026-09-05T00:00:00Z", null));
    private readonly StreamLink _link = new();
    private readonly PanelLine _line;
    private readonly FramePlayer _player;
    private readonly CancellationTokenSource _stop = new();
    private DialogueStep.Done? _broke;
    private volatile bool _mayLight = true;
    private Task _running = Task.CompletedTask;

    public FramePlayerTests()
    {
        _line = new PanelLine(new Uri("udp://127.0.0.1:4048"), new StreamTransport(_link), new DialoguePump(_time));
        _player = new FramePlayer(_line, Pacing, (frame, tick) => new OnePicture(frame, tick), _time) { MayLight = () => _mayLight, Broken = done => _broke = done };
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _line.DisposeAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task Player_WhenALoopMoves_SendsThePictureOfEachStampOneByOne()
    {
        var loop = Moving();
        await BeginAsync(loop);
        for (var i = 1; i <= 100; i++)
        {
            await GoOnAsync(Period, sent: i);
            var (number, stamp, cells) = await NextAsync();
            Assert.Equal(i, number);
            Assert.Equal(Effects.FrameAt(loop, Face, stamp.Since(_player.Start!.Value)).Cells.ToArray(), cells);
        }

        await Patience.UntilAsync(() => _player.Report.Sent == 101, () => _player.Report, Token);
        Assert.Equal((101, 0, 0), (_player.Report.Sent, _player.Report.Dropped, _player.Report.Late));
    }

    [Fact]
    public async Task Player_WhenItCouldNotPaintInTime_DropsWhatIsOverAndGoesOnWithNow()
    {
        var loop = Moving();
        await BeginAsync(loop);
        await GoOnAsync(Period * 10.5, sent: 1);
        var (_, stamp, cells) = await NextAsync();
        Assert.Equal(FrameStamp.Round(Period * 10), stamp.Since(_player.Start!.Value));
        Assert.Equal(Effects.FrameAt(loop, Face, stamp.Since(_player.Start.Value)).Cells.ToArray(), cells);
        await Patience.UntilAsync(() => _player.Report.Sent == 2, () => _player.Report, Token);
        Assert.Equal(9, _player.Report.Dropped);
    }

    [Fact]
    public async Task Player_WhenThePictureStandsStill_SendsItOnlyToKeepTheCardAwake()
    {
        await BeginAsync([Still("#")]);
        for (var second = 1; second <= 5; second++)
        {
            for (var i = 0; i < 20; i++)
            {
                await GoOnAsync(Period, sent: second);
            }

            var (number, _, _) = await NextAsync();
            Assert.Equal(second, number);
        }

        Assert.Equal(0, _link.Waiting);
    }

    [Fact]
    public async Task Player_WhenAnotherShowBegins_SendsNothingMoreOfTheOlderOne()
    {
        await BeginAsync(Moving());
        await AskAsync(_player.Begin([Still("#")], Face));
        var (_, _, first) = await NextAsync();
        Assert.NotEqual(0, first[0]);
        for (var i = 0; i < 20; i++)
        {
            await GoOnAsync(Period, sent: 2);
        }

        var (_, _, second) = await NextAsync();
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Player_WhenStopped_SendsNothingMore()
    {
        await BeginAsync(Moving());
        _player.Stop();
        _time.Advance(Period * 5);
        await AskAsync(_player.Begin([Still("#")], Face));
        Assert.Equal(1, (await NextAsync()).Number);
    }

    [Fact]
    public async Task Player_WhenNothingMayBeLit_SendsOnlyDarkPictures()
    {
        await BeginAsync([Still("#"), Still(".")]);
        _mayLight = false;
        while (_link.Waiting == 0)
        {
            await Patience.UntilAsync(() => _time.Waiting == 1 || _link.Waiting > 0, () => (_player.Report, _time.Waiting), Token);
            _time.Advance(Period);
        }

        Assert.All((await NextAsync()).Cells, cell => Assert.Equal(0, cell));
    }

    [Fact]
    public async Task Player_WhenAPictureCannotBeSent_EndsTheStreamAndTellsWhy()
    {
        await BeginAsync(Moving());
        _link.IsBroken = true;
        await GoOnAsync(Period, sent: 1);
        await Patience.UntilAsync(() => _broke is not null, () => _player.Report, Token);
        Assert.Equal((PanelOutcome.NoAnswer, "the cable is out"), (_broke!.Outcome, _broke.Detail));
        Assert.Null(_player.Start);
    }

    // Every moment of the player finds it two columns on, so that no picture is like the one before.
    private static Page[] Moving() => [new(Picture("###.#..........."), Effect.ContinuousLeft, TimeSpan.FromMilliseconds(25), TimeSpan.Zero)];

    private static Page Still(string cell) => new(Picture(string.Concat(Enumerable.Repeat(cell, 16))), Effect.Static, Period, TimeSpan.FromSeconds(3));

    private static PixelFrame Picture(string row) => PixelFrame.ParseMono(string.Join('\n', Enumerable.Repeat(row, 8)));

    private async Task BeginAsync(IReadOnlyList<Page> loop)
    {
        _running = _player.RunAsync(_stop.Token);
        await AskAsync(_player.Begin(loop, Face));
        Assert.Equal(0, (await NextAsync()).Number);
    }

    // Time goes on only once the player has done what was due and waits for its next moment.
    private async Task GoOnAsync(TimeSpan step, int sent)
    {
        await Patience.UntilAsync(() => _player.Report.Sent == sent && _time.Waiting == 1, () => (_player.Report, _time.Waiting), Token);
        _time.Advance(step);
    }

    private async Task AskAsync(IPanelDialogue dialogue) =>
        Assert.Equal(PanelOutcome.SentUnverified, (await _line.AskAsync(dialogue, Token)).Outcome);

    private async Task<(long Number, FrameStamp Stamp, byte[] Cells)> NextAsync()
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, Token);
        var packet = await _link.NextAsync(either.Token);
        return (BinaryPrimitives.ReadInt64BigEndian(packet), new FrameStamp(BinaryPrimitives.ReadUInt32BigEndian(packet.AsSpan(8))), packet[12..]);
    }

    /// <summary>A protocol of this test: number, stamp, cells.</summary>
    private sealed class OnePicture(PixelFrame frame, FrameTick tick) : IPanelDialogue
    {
        public DialogueStep Start(LineHistory history)
        {
            var packet = new byte[12 + frame.Cells.Length];
            BinaryPrimitives.WriteInt64BigEndian(packet, tick.Number);
            BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(8), tick.Stamp.Value);
            frame.Cells.CopyTo(packet.AsMemory(12));
            return new DialogueStep.Send(new WireMessage.Datagrams([packet]), TimeSpan.Zero);
        }

        public DialogueStep OnSilence() => new DialogueStep.Done(PanelOutcome.SentUnverified);
    }
}
