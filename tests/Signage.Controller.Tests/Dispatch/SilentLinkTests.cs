using System.Buffers;
using System.IO.Pipelines;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Blanking;
using Signage.Controller.Dispatch;
using Signage.Controller.Health;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Shows;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon;
using Signage.Renderer.Shows;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Testing.Clocks;
using Signage.Transports.Links;
using Signage.Transports.Pumping;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>A relay on the way to a card swallows everything both ways and closes nothing: the panel is 离线 within ten seconds of line time after the card was heard last.</summary>
public sealed class SilentLinkTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-09-05T00:00:00Z", null);
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(200);
    private readonly StepTime _line = new(Start);
    private readonly FakeTimeProvider _site = new(Start);
    private readonly PanelBoard _board = new();
    private readonly CancellationTokenSource _stop = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
    }

    /// <summary>Just after an answer is when it takes longest: the next ping is a whole heartbeat away.</summary>
    [Fact]
    public async Task Panel_WhenItsLinkFallsSilentJustAfterAnAnswer_IsLostWithinTenSeconds()
    {
        var profile = TestProfiles.Find("onbon/bx-6e2");
        var panel = new Panel(new PanelId("gate"), "东门", profile.Id, PanelFace.Parse("160x16x1"), new Uri("loopback:gate"));
        var relay = new Relay((IByteCard)SimulatedCards.Create(profile, panel.Face, new CardClock(_line)), _line);
        await using var line = new PanelLine(panel.Endpoint, relay, new DialoguePump(_line));
        var pulses = new Pulses(_line);
        using var meter = new SiteMeter(_board, pulses);
        var record = new PanelRecord(_board, new Bell(), new SiteDays(_site, TimeZoneInfo.Utc), meter, NullLogger.Instance);
        var worker = new PanelWorker(
            new PanelPost(panel, profile, new Bx6Adapter(), PanelLines.One(line), new PanelPulses(panel.Id, pulses)), record, BlankSwitch.InMemory(_site, NullLogger.Instance), new RetryPause(new Random(1)), _line);
        var running = worker.RunAsync(_stop.Token);
        using var renderer = new ShowRenderer();
        var slogan = CharityPack.Instance.Slogans.Single(one => one.Id == "charity-09");
        var rendered = (RenderAnswer.Rendered)renderer.Render([new LoopItem(slogan.ToRevision(), ShowStyle.Automatic, "slot")], panel.Face, profile.ToAbilities());
        var show = ((GateAnswer.Passed)new Gate(new PackApprovalPolicy(CharityPack.Instance)).Judge(rendered.Show)).Show;
        _board.Change(panel, state => state with { Desired = show.Value, Truth = state.Truth with { Desired = show.Value.Digest } });
        worker.Mailbox.Post(new PanelOrder(show, null));
        await GoOnUntilAsync(() => _board.Find(panel.Id)!.Reached == true && relay.Answers >= 3);

        relay.IsSilent = true;
        var heardAt = relay.HeardAt;
        await GoOnUntilAsync(() => _board.Find(panel.Id)!.Reached == false);
        Assert.InRange(_line.GetElapsedTime(heardAt), TimeSpan.Zero, Promised);
        await _stop.CancelAsync();
        await Task.WhenAny(running);
    }

    // The worker gets its turn after each step, so that what it does late is late by its own clock and not for want of a processor.
    private async Task GoOnUntilAsync(Func<bool> holds)
    {
        const int MostSteps = 1000;
        for (var steps = 0; !holds(); steps++)
        {
            Assert.True(steps < MostSteps, "it never came to that");
            await PoolRest.GiveWayAsync(Turn);
            if (!holds())
            {
                _line.Advance(Step);
                await PoolRest.GiveWayAsync(Turn);
            }
        }
    }

    /// <summary>Hands out one link after another to the same card; while silent it takes everything and brings nothing.</summary>
    private sealed class Relay(IByteCard card, TimeProvider time) : IPanelTransport
    {
        private volatile bool _silent;
        private int _answers;
        private long _heardAt;

        public string Scheme => "loopback";

        public bool IsSilent
        {
            set => _silent = value;
        }

        /// <summary>How often the card was heard.</summary>
        public int Answers => Volatile.Read(ref _answers);

        /// <summary>When it was heard last, line time.</summary>
        public long HeardAt => Volatile.Read(ref _heardAt);

        public IEnumerable<string> Validate(Uri endpoint) => [];

        public ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken) => ValueTask.FromResult<IPanelLink>(new Wire(this));

        private byte[] Carry(ReadOnlyMemory<byte> packet)
        {
            if (_silent)
            {
                return [];
            }

            var input = new ReadOnlySequence<byte>(packet);
            var answers = new ArrayBufferWriter<byte>();
            card.OnBytes(ref input, answers);
            Volatile.Write(ref _heardAt, time.GetTimestamp());
            Interlocked.Increment(ref _answers);
            return answers.WrittenSpan.ToArray();
        }

        private sealed class Wire(Relay relay) : IByteLink
        {
            private readonly Pipe _up = new();

            public PipeReader Input => _up.Reader;

            public string WhyClosed => "closed";

            public TimeSpan LineTime(int bytes) => TimeSpan.Zero;

            public async ValueTask SendAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken) =>
                await _up.Writer.WriteAsync(relay.Carry(packet), cancellationToken);

            public async ValueTask DisposeAsync()
            {
                await _up.Writer.CompleteAsync();
                await _up.Reader.CompleteAsync();
            }
        }
    }
}
