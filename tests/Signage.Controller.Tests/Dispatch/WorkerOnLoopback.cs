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
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Renderer.Shows;
using Signage.Testing.Clocks;
using Signage.Transports.Loopback;
using Signage.Transports.Pumping;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>One worker on a wire inside the process, the test at the far end and on both clocks.</summary>
internal sealed class WorkerOnLoopback : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-09-05T00:00:00Z", null);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan MostRest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private readonly LoopbackTransport _transport = new();
    private readonly CancellationTokenSource _stop = new(Patience, TimeProvider.System);
    private readonly ShowRenderer _renderer = new();
    private readonly Gate _gate = new(new PackApprovalPolicy(CharityPack.Instance));
    private readonly PanelLine _line;
    private readonly SiteMeter _meter;
    private readonly Task _running;
    private LoopbackLink? _far;

    public WorkerOnLoopback(int? refreshSeconds = null, int? heartbeatSeconds = null, Func<DeviceProfile, DeviceProfile>? change = null)
    {
        var reading = new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(Path.Combine(AppContext.BaseDirectory, "firmware-profiles")));
        reading.Catalog!.TryFind("onbon/bx-6e2", out var profile);
        Profile = profile! with { Timing = profile.Timing with { RefreshSeconds = refreshSeconds, HeartbeatSeconds = heartbeatSeconds } };
        Profile = change?.Invoke(Profile) ?? Profile;
        _line = new PanelLine(Panel.Endpoint, _transport, new DialoguePump(LineTime));
        var pulses = new Pulses(LineTime);
        _meter = new SiteMeter(Board, pulses);
        Blanks = BlankSwitch.InMemory(SiteTime, NullLogger.Instance);
        var record = new PanelRecord(Board, new Bell(), new SiteDays(SiteTime, Zone), _meter, NullLogger.Instance);
        Worker = new PanelWorker(new PanelPost(Panel, Profile, Adapter, PanelLines.One(_line), new PanelPulses(Panel.Id, pulses)) { Wall = () => Wall() }, record, Blanks, new RetryPause(new Random(1)), LineTime);
        _running = Worker.RunAsync(_stop.Token);
    }

    public Panel Panel { get; } = new(new PanelId("gate"), "东门", "onbon/bx-6e2", PanelFace.Parse("160x16x1"), new Uri("loopback:gate"));

    public FakeTimeProvider SiteTime { get; } = new(Start);

    public StepTime LineTime { get; } = new(Start);

    /// <summary>What the wall of the site shows; nobody knows unless a test says.</summary>
    public Func<DateTimeOffset?> Wall { get; set; } = static () => null;

    public PanelBoard Board { get; } = new();

    public ScriptedAdapter Adapter { get; } = new();

    public DeviceProfile Profile { get; }

    public PanelWorker Worker { get; }

    public BlankSwitch Blanks { get; }

    public PanelLine Line => _line;

    public PanelState State => Board.Find(Panel.Id)!;

    public CancellationToken Token => _stop.Token;

    /// <summary>The show of a slogan.</summary>
    public Approved<Show> Show(string item)
    {
        var slogan = CharityPack.Instance.Slogans.Single(slogan => slogan.Id == item);
        var answer = _renderer.Render([new LoopItem(slogan.ToRevision(), ShowStyle.Automatic, "slot")], Panel.Face, Profile.ToAbilities());
        return ((GateAnswer.Passed)_gate.Judge(((RenderAnswer.Rendered)answer).Show)).Show;
    }

    /// <summary>The show of a time at which nothing is to be lit.</summary>
    public Approved<Show> Darkness() =>
        ((GateAnswer.Passed)_gate.Judge(((RenderAnswer.Rendered)_renderer.Render([], Panel.Face, Profile.ToAbilities())).Show)).Show;

    /// <summary>Does what a round does when the plan wants a slogan.</summary>
    public Show Want(string item) => Want(Show(item));

    /// <summary>The same for any show.</summary>
    public Show Want(Approved<Show> show, int? brightness = null)
    {
        Board.Change(Panel, state => state with { Desired = show.Value, Truth = state.Truth with { Desired = show.Value.Digest }, Outcome = null });
        Worker.Mailbox.Post(new PanelOrder(show, brightness));
        return show.Value;
    }

    /// <summary>The next show that reaches the wire.</summary>
    public ValueTask<Show> AskedAsync() => Adapter.AskedAsync(Token);

    /// <summary>The card answers the question under way; returns when the worker has written it down.</summary>
    public async Task<PanelState> AnswerAsync(PanelOutcome outcome)
    {
        var before = State;
        await SayAsync(outcome);
        return (await Board.WaitAsync(now => !ReferenceEquals(now[0], before), Token))[0];
    }

    /// <summary>The card answers the question under way.</summary>
    public async Task SayAsync(PanelOutcome outcome)
    {
        _far ??= await _transport.AcceptAsync(Token);
        await _far.SendAsync(new[] { (byte)outcome }, Token);
    }

    /// <summary>The card answers a question that no worker asked.</summary>
    public ValueTask AnswerNeighbourAsync(PanelOutcome outcome) => _far!.SendAsync(new[] { (byte)outcome }, Token);

    /// <summary>Waits until the worker has taken what was posted and stands in the queue of the line.</summary>
    public async Task TakenAsync()
    {
        using var real = new PeriodicTimer(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        while (!Worker.Mailbox.IsEmpty && await real.WaitForNextTickAsync(Token))
        {
        }
    }

    /// <summary>Lets line time pass until the worker asks again.</summary>
    public async Task<Show> AskedAfterAsync(TimeSpan step)
    {
        var asked = AskedAsync().AsTask();
        using var real = new PeriodicTimer(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        while (!asked.IsCompleted && await real.WaitForNextTickAsync(Token))
        {
            LineTime.Advance(step);
        }

        return await asked;
    }

    /// <summary>Waits until the worker waits for a moment.</summary>
    public async Task RestingAsync()
    {
        using var real = new PeriodicTimer(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        await RestAsync(real, 1);
    }

    /// <summary>Lets both clocks go on, step by step. Whoever a step wakes comes to rest before the next, however busy the machine is.</summary>
    public async Task LiveAsync(TimeSpan span, TimeSpan step)
    {
        using var real = new PeriodicTimer(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        await TakenAsync();
        await RestAsync(real, 1);
        for (var gone = TimeSpan.Zero; gone < span; gone += step)
        {
            var waiting = LineTime.Waiting;
            SiteTime.Advance(step);
            LineTime.Advance(step);
            await RestAsync(real, waiting);
        }
    }

    // Whoever waits for a bell from now on instead of a moment never comes back; that is rare, and costs a real moment.
    private async Task RestAsync(PeriodicTimer real, int waiting)
    {
        const int MostLooks = 500;
        for (var looks = 0; LineTime.Waiting < waiting && looks < MostLooks; looks++)
        {
            await real.WaitForNextTickAsync(Token);
        }

        await PoolRest.GiveWayAsync(MostRest);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _line.DisposeAsync();
        _renderer.Dispose();
        _meter.Dispose();
        _stop.Dispose();
    }
}
