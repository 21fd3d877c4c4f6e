using System.Text;
using Microsoft.Extensions.Logging;
using Signage.Controller.Blanking;
using Signage.Controller.Control;
using Signage.Controller.Control.Verbs;
using Signage.Controller.Dispatch;
using Signage.Controller.Health;
using Signage.Controller.Planning;
using Signage.Controller.Scheduling;
using Signage.Controller.Watching;
using Signage.Core.Ports;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Renderer.Shows;
using Signage.Storage;
using Signage.Transports.Links;
using Signage.Transports.Locks;

namespace Signage.Controller.Hosting;

/// <summary>
/// One community's controller, put together and running: store, plan, rounds, workers, control socket. Owns all of them and ends them in the
/// reverse order.
/// </summary>
public sealed partial class Site : IAsyncDisposable
{
    private static readonly TimeSpan WriteAgainEvery = TimeSpan.FromSeconds(5);
    private readonly Stack<IAsyncDisposable> _owned = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    private Site(SiteClocks clocks) => (Clocks, Pulses) = (clocks, new Pulses(clocks.Line));

    /// <summary>What is known of each panel.</summary>
    public PanelBoard Board { get; } = new();

    /// <summary>一键黑屏.</summary>
    public BlankSwitch Blanks { get; private set; } = null!;

    /// <summary>The heartbeats of its parts.</summary>
    public Pulses Pulses { get; }

    /// <summary>The site as pages see it.</summary>
    public ISiteWindow Window { get; private set; } = null!;

    /// <summary>The site as its web server sees it.</summary>
    public SiteFront Front => new(Window, Clocks, new SiteHealth(Pulses, Board));

    /// <summary>The clocks of the site.</summary>
    public SiteClocks Clocks { get; }

    /// <summary>Runs for as long as the site does; faults when a part of it broke, and then the process should end.</summary>
    public Task Running => _running;

    /// <summary>Starts a site.</summary>
    /// <param name="settings">How it is set up.</param>
    /// <param name="clocks">Its clocks.</param>
    /// <param name="wires">Protocols and links.</param>
    /// <param name="logs">What is told to a technician; release codes of a blank are printed here.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="SiteStartException">It cannot start; every reason is a line.</exception>
    public static async Task<Site> StartAsync(
        SiteSettings settings, SiteClocks clocks, SiteWires wires, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(clocks);
        ArgumentNullException.ThrowIfNull(wires);
        if ("ａ".Normalize(NormalizationForm.FormKC) != "a")
        {
            throw new SiteStartException(Words.NoUnicode);
        }

        var site = new Site(clocks);
        try
        {
            await site.BuildAsync(settings, wires, logs, cancellationToken).ConfigureAwait(false);
            return site;
        }
        catch (Exception wrong)
        {
            await site.DisposeAsync().ConfigureAwait(false);
            if (wrong is StorageException or IOException or UnauthorizedAccessException)
            {
                throw new SiteStartException(wrong.Message, wrong);
            }

            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (_owned.TryPop(out var part))
        {
            await part.DisposeAsync().ConfigureAwait(false);
        }

        _stop.Dispose();
    }

    private async Task BuildAsync(SiteSettings settings, SiteWires wires, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.Data);
        var catalog = SiteFounding.Catalog(settings, wires);
        var log = logs.CreateLogger<Site>();

        // First of all: whether anything may be lit.
        Blanks = new BlankSwitch(OpenBlankFile(settings, log), Clocks.Site, log);
        Own(new Disposal(Blanks));
        var fleetWires = new FleetWires(catalog, wires.Adapters, wires.Transports, settings.RuntimeFolder ?? RuntimeFolder.Open(), logs.CreateLogger(WireLog.Category));
        var store = Own(await SiteFounding.OpenAsync(settings, new PanelRules(fleetWires), Clocks.Site, log, cancellationToken).ConfigureAwait(false));
        var (bell, daily) = (new Bell(), new Bell());
        var zone = SiteZone.Find(settings.TimeZone);
        Window = new SiteWindow(Board, Blanks, catalog, zone);
        var book = Own(await SiteBook.OpenAsync(store, bell, zone, cancellationToken).ConfigureAwait(false));
        var renderer = new ShowRenderer();
        Own(new Disposal(renderer));
        var meter = new SiteMeter(Board, Pulses);
        Own(new Disposal(meter));
        var fleet = Own(new PanelFleet(
            fleetWires, new PanelRecord(Board, bell, Clocks.Site, meter, log), Blanks, new WorkerPace(Clocks.Line, new Random(Environment.ProcessId), Pulses)));
        var alarm = Own(settings.Quartz
            ? await QuartzAlarm.StartAsync(settings, Clocks.Site, new SiteBells(bell, daily), log, cancellationToken).ConfigureAwait(false)
            : new NoAlarm());
        var clock = new AlarmClock(alarm, Clocks.Line, log);
        var door = new ShowDoor(renderer, new Gate(new BookApprovalPolicy(book, new PackApprovalPolicy(CharityPack.Instance))), log);
        var rounds = new Rounds(
            bell, new Reconciler(book, door, fleet, Board, Blanks), clock, Clocks.Site, new RoundRecord(Pulses.Of("rounds"), meter, Clocks.Line, log));
        var manager = new SystemdNotice(Environment.GetEnvironmentVariable("NOTIFY_SOCKET"));
        var socket = Own(ControlSocket.Listen(SiteSettings.SocketOf(settings.Data), new ControlVerbs([.. Verbs(book, fleet), new SloganAddVerb(new SloganDesk(book, renderer, catalog, Clocks.Site)), new BackupVerb(store)]), Clocks.Line));
        Own(new Disposal(Blanks.OnChange(bell.Ring)));
        _running = EndTogetherAsync(
        [
            rounds.RunAsync(_stop.Token),
            settings.Watchdog ? rounds.WatchAsync(_stop.Token) : Task.Delay(Timeout.InfiniteTimeSpan, Clocks.Line, _stop.Token),
            clock.RunAsync(_stop.Token),
            new TruthKeeper(Board, store, log).RunAsync(_stop.Token),
            socket.RunAsync(_stop.Token),
            new HealthWatch(Pulses, manager, Clocks.Line, log).RunAsync(_stop.Token),
            WriteBlankAgainAsync(_stop.Token),
            new DailyCare(store, daily, Pulses.Of("daily care"), log).RunAsync(_stop.Token),
        ]);
        manager.Ready();
    }

    /// <summary>A blank that the disk refused holds until the next start; it is written down as soon as the disk takes it.</summary>
    private async Task WriteBlankAgainAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(WriteAgainEvery, Clocks.Line);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            Blanks.WriteAgain();
        }
    }

    private IEnumerable<IControlVerb> Verbs(SiteBook book, PanelFleet fleet)
    {
        var probe = new PanelProbe(fleet);
        return
        [
            new PlanVerb(book), new StatusVerb(Window), new SlotListVerb(book), new SlotAddVerb(book),
            new PanelListVerb(book), new PanelAddVerb(book, probe), new PanelTestVerb(book, probe),
            new BlankVerb(Blanks, book), new ResumeVerb(Blanks), new SloganListVerb(book, CharityPack.Instance),
        ];
    }

    /// <summary>A disk that refuses must not keep a person from darkening panels: the state then lives in memory only, and every press says so.</summary>
    private static BlankFile? OpenBlankFile(SiteSettings settings, ILogger log)
    {
        try
        {
            return BlankFile.Open(Path.Combine(settings.Data, "blank.state"));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Log.NoBlankFile(log, refused);
            return null;
        }
    }

    /// <summary>When one part ends, all do: a site that is half alive shows wrong words. Nothing is torn down before every part has ended.</summary>
    private async Task EndTogetherAsync(IReadOnlyList<Task> parts)
    {
        var first = await Task.WhenAny(parts).ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(parts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first.ConfigureAwait(false);
    }

    private T Own<T>(T part)
        where T : IAsyncDisposable
    {
        _owned.Push(part);
        return part;
    }

    private static partial class Log
    {
        [LoggerMessage(3002, LogLevel.Error, "the blank file cannot be written; a blank will not survive a restart")]
        public static partial void NoBlankFile(ILogger logger, Exception failure);
    }

    private sealed class Disposal(IDisposable inner) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            inner.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>The protocols and links of a program.</summary>
/// <param name="Adapters">The protocols.</param>
/// <param name="Transports">The links.</param>
public sealed record SiteWires(PanelAdapters Adapters, PanelTransports Transports);
