using System.Text;
using Microsoft.Extensions.Logging;
using Signage.Controller.Alerts;
using Signage.Controller.Alerts.Intake;
using Signage.Controller.Auditing;
using Signage.Controller.BasePages;
using Signage.Controller.Blanking;
using Signage.Controller.Control;
using Signage.Controller.Control.Verbs;
using Signage.Controller.Dispatch;
using Signage.Controller.Health;
using Signage.Controller.People;
using Signage.Controller.Planning;
using Signage.Controller.Scheduling;
using Signage.Controller.Timekeeping;
using Signage.Controller.Watching;
using Signage.Core.Blanking;
using Signage.Core.Planning;
using Signage.Core.Ports;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Text;
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

    // A link takes five seconds at most to close, and so do the pages; lines close one after another.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);
    private readonly Stack<IAsyncDisposable> _owned = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ILogger _log;
    private Task _running = Task.CompletedTask;

    private Site(SiteClocks clocks, ILogger log) => (Clocks, Pulses, _log) = (clocks, new Pulses(clocks.Line), log);

    /// <summary>What is known of each panel.</summary>
    public PanelBoard Board { get; } = new();

    /// <summary>一键黑屏.</summary>
    public BlankSwitch Blanks { get; private set; } = null!;

    /// <summary>The heartbeats of its parts.</summary>
    public Pulses Pulses { get; }

    /// <summary>The site as pages see it.</summary>
    public ISiteWindow Window { get; private set; } = null!;

    /// <summary>Its people.</summary>
    public SitePeople People { get; private set; } = null!;

    /// <summary>The site as its web server sees it.</summary>
    public SiteFront Front => new(Window, Clocks, new SiteHealth(Pulses, Board), People);

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

        var site = new Site(clocks, logs.CreateLogger<Site>());
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
            await EndedAsync(part.GetType().Name, Task.Run(async () => await part.DisposeAsync().ConfigureAwait(false))).ConfigureAwait(false);
        }

        _stop.Dispose();
    }

    private async Task BuildAsync(SiteSettings settings, SiteWires wires, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        SiteFounding.MakeFolder(settings.Data);
        var catalog = SiteFounding.Catalog(settings, wires);
        var intake = AlertIntake.Read(settings.Alerts);
        var lists = ScreeningLists.Read(settings.Screening);
        var (pageRules, proxies) = (settings.People.ForPages(settings.Data), settings.People.KnownProxies());
        var log = _log;

        // First of all: whether anything may be lit.
        Blanks = BlankSwitch.Open(Path.Combine(settings.Data, "blank.state"), Clocks.Site, log);
        Own(new Disposal(Blanks));
        var fleetWires = new FleetWires(catalog, wires.Adapters, wires.Transports, settings.RuntimeFolder ?? RuntimeFolder.Open(), logs.CreateLogger(WireLog.Category));
        var store = Own(await SiteFounding.OpenAsync(settings, new PanelRules(fleetWires), Clocks.Site, log, cancellationToken).ConfigureAwait(false));
        var bells = new SiteBells(new Bell(), new Bell(), new Bell());
        var bell = bells.Rounds;
        var zone = SiteZone.Find(settings.TimeZone);
        var drawing = new ShowRenderer();
        Own(new Disposal(drawing));
        var book = Own(await SiteBook.OpenAsync(store, bell, Plan.Empty(zone) with { Calendar = SiteFounding.Calendar(settings), Sun = SiteZone.Sun(settings) }, SiteZone.Area(settings), DrawnTemplate.Of(drawing), cancellationToken).ConfigureAwait(false));
        MissThePlace(book.Now.Plan);
        var accounts = await AccountBook.OpenAsync(store, logs.CreateLogger<AccountBook>(), cancellationToken).ConfigureAwait(false);
        var renderer = new FittingRenderer(drawing, new PanelRules(fleetWires));
        var meter = new SiteMeter(Board, Pulses);
        Own(new Disposal(meter));
        var days = new SiteDays(Clocks.Site, zone);
        var lease = new OpenLease(OpenLease.Read(settings.AnyTimeHours), Path.Combine(settings.Data, "clock.lease"), Clocks.Line);
        var trust = new ClockTrust(new ClockWitness(Path.Combine(settings.Data, "clock.seen")), lease, Clocks, zone, log);
        var wall = new SiteWall(trust, Clocks.Site, zone);
        var pace = new WorkerPace(Clocks.Line, new Random(Environment.ProcessId), Pulses) { Wall = () => wall.Now };
        var fleet = Own(new PanelFleet(fleetWires, new PanelRecord(Board, bell, days, meter, log), Blanks, pace));
        var alarm = Own(new LateAlarm(
            token => settings.Quartz ? QuartzAlarm.StartAsync(settings, Clocks.Site, bells, token) : Task.FromResult<IBoundaryAlarm>(new NoAlarm()),
            bell,
            new RetryPause(new Random(Environment.ProcessId)),
            Clocks.Line,
            log));
        var clock = new AlarmClock(alarm, Clocks.Line, log);
        var policy = new BookApprovalPolicy(book, new PackApprovalPolicy(CharityPack.Instance));
        var door = new ShowDoor(renderer, new Gate(policy), log);
        var flash = new FlashLedger(store, days);
        var basePages = new BasePageKeeper(book, fleet, door, flash, Blanks);
        Own(new Disposal(basePages));
        var rounds = new Rounds(
            bell, new Reconciler(new ClockedBook(book, trust), door, fleet, Board, Blanks), clock, Clocks.Site, new RoundRecord(Pulses.Of("rounds"), meter, Clocks.Line, log));
        var manager = new SystemdNotice(Environment.GetEnvironmentVariable("NOTIFY_SOCKET"));
        var desk = new SloganDesk(book, renderer, fleet.Rules, Clocks.Site, new SloganScreen(lists, SiteZone.OwnPlaces(settings)));
        var notices = new NoticeWatch(book, new SiteDays(Clocks.Site, book.Now.Plan.Zone), log);
        notices.Tell();
        var warnings = new AlertDesk(book, SiteZone.Area(settings), renderer, desk, Clocks.Site);
        var feedPace = new FeedPace(Clocks.Line, new Random(Environment.ProcessId), Pulses);
        IWarningFeed[] feeds =
        [
            .. intake.Feeds.Select(feed => Feed(feed.Scheme == AlertIntake.Topics
                ? new TopicWatch(new WarningTopic(feed, FeedIdentity.Of(settings.Data, log)), intake, warnings, feedPace, log)
                : new FeedWatch(feed, intake, warnings, feedPace, log))),
        ];
        var calendars = new CalendarWatch(settings.Calendars, book, Pulses.Of("calendar files"), Clocks.Line, log);
        var clockNotes = new CardClockNotes(Board, zone);
        var alertNotes = new AlertNotes(book, renderer, Clocks.Site);
        Window = new SiteWindow(Board, Blanks, catalog, zone, new SiteNotes(
            () => trust.Now.Notes, () => clockNotes.Now, () => alertNotes.Now, () => [.. feeds.Select(feed => feed.Note).OfType<string>()], () => notices.Warning is { } warning ? [warning] : [], () => calendars.Note is { } mistakes ? [mistakes] : []));
        var sightings = new Sightings(Window, Clocks.Site);
        var pen = new AuditPen(store, Clocks.Line, log);
        var rights = new ResumeRights(pageRules.Mode, id => BlankDuties.MayResume(accounts.Find(id), pageRules.Mode));
        People = new SitePeople(accounts, new SessionShelf(Path.Combine(settings.Data, SessionShelf.FileName), log), new ClaimScreen(), new PeopleDoor(), pageRules with { IsOpenUnclaimed = !WasClaimed(settings) })
        {
            Blanks = new BlankDesk(Blanks, () => book.Now.Panels, pen, rights, Clocks, zone),
            Proxies = proxies,
        };
        var verbs = new ControlVerbs([.. PlanVerbs(book, policy, new Foresight(door, fleet.Rules)), .. Verbs(book, bell, policy, sightings, trust, pen), .. PanelVerbs(book, fleet, door, wall, basePages, flash, sightings, pen), new SloganAddVerb(desk), new BackupVerb(store, pen), new AuditReadVerb(store), .. AlertVerbs(warnings), .. PeopleVerbs()]);
        var socket = Own(ControlSocket.Listen(SiteSettings.SocketOf(settings.Data), verbs, Clocks.Line));
        Own(new Disposal(Blanks.OnChange(bell.Ring)));
        _running = EndTogetherAsync(
        [
            rounds.RunAsync(_stop.Token),
            settings.Watchdog ? rounds.WatchAsync(_stop.Token) : Task.Delay(Timeout.InfiniteTimeSpan, Clocks.Line, _stop.Token),
            clock.RunAsync(_stop.Token),
            alarm.RunAsync(_stop.Token),
            new TruthKeeper(Board, store, log).RunAsync(_stop.Token),
            socket.RunAsync(_stop.Token),
            settings.HealthWatch ? new HealthWatch(Pulses, manager, Clocks.Line, log).RunAsync(_stop.Token) : Task.Delay(Timeout.InfiniteTimeSpan, Clocks.Line, _stop.Token),
            WriteAgainAsync(trust, _stop.Token),
            new NightlyClocks(fleet, bells.Clocks).RunAsync(_stop.Token),
            new MissedNights(store, wall, bells.Daily, Clocks.Line, log).RunAsync(_stop.Token),
            new DailyCare(store, bells.Daily, notices, Pulses.Of("daily care"), log).RunAsync(_stop.Token),
            calendars.RunAsync(_stop.Token),
            pen.RunAsync(_stop.Token),
            .. feeds.Select(feed => feed.RunAsync(_stop.Token)),
        ]);
        manager.Ready();
    }

    /// <summary>A blank that the disk refused holds until the next start; it is written down as soon as the disk takes it. So is how late it is, and how long nobody has known that.</summary>
    private async Task WriteAgainAsync(ClockTrust trust, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(WriteAgainEvery, Clocks.Line);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            Blanks.WriteAgain();
            trust.Save();
        }
    }

    /// <summary>Whoever claims a site is in, and who is in lies on the shelf from then on, in another file than the accounts.</summary>
    private static bool WasClaimed(SiteSettings settings) => File.Exists(Path.Combine(settings.Data, SessionShelf.FileName));

    /// <summary>Slots that were added while the site had a place are not refused when it is taken away; that they stay dark must not go unsaid.</summary>
    private void MissThePlace(Plan plan)
    {
        string[] sunless = plan.Sun is null ? [.. plan.Slots.Where(slot => slot.Time.Daily.AsksTheSun).Select(slot => slot.Id)] : [];
        if (sunless.Length > 0)
        {
            Log.NoPlace(_log, Words.SlotNeedsPlace.With(string.Join(", ", sunless)));
        }
    }

    private IEnumerable<IControlVerb> Verbs(SiteBook book, Bell bell, IApprovalPolicy policy, Sightings sightings, ClockTrust trust, AuditPen pen) =>
    [
        new StatusVerb(sightings, Board), new ClockVerb(trust, Clocks.Site, book, bell, pen), new SlotListVerb(book), new SlotAddVerb(book, new SlotNotes(policy, Clocks.Site)), new SlotRemoveVerb(book), new SlotImportVerb(book, policy, Clocks.Site), new BlankVerb(Blanks, book, pen), new ResumeVerb(Blanks, pen),
        new SloganToneVerb(book),
        new SloganListVerb(book, CharityPack.Instance),
        new EventAddVerb(book, new SlotNotes(policy, Clocks.Site)), new EventListVerb(book), new EventRemoveVerb(book),
        new PolicyAddVerb(book, Clocks.Site), new PolicyListVerb(book, Board), new PolicyRemoveVerb(book),
    ];

    private static IEnumerable<IControlVerb> PlanVerbs(SiteBook book, IApprovalPolicy policy, Foresight foresight) =>
        [new PlanVerb(book, policy, new PlanShows(foresight)), new PlanGapsVerb(book, new AgendaLook(foresight)), new PlanConflictsVerb(book, new AgendaLook(foresight))];

    private static IEnumerable<IControlVerb> AlertVerbs(AlertDesk desk) =>
        [new AlertTakeVerb(desk), new AlertListVerb(desk), new AlertApproveVerb(desk), new AlertClearVerb(desk)];

    private IEnumerable<IControlVerb> PeopleVerbs() => [new SiteClaimVerb(People), new PeopleListVerb(People.Book), new PeopleInviteVerb(People), new PeopleDutiesVerb(People)];

    private IEnumerable<IControlVerb> PanelVerbs(SiteBook book, PanelFleet fleet, ShowDoor door, SiteWall wall, BasePageKeeper basePages, FlashLedger flash, Sightings sightings, AuditPen pen)
    {
        var probe = new PanelProbe(fleet);
        return
        [
            new PanelListVerb(book, basePages, flash, sightings, Board), new PanelAddVerb(book, probe, basePages, flash), new PanelTestVerb(book, probe, basePages, flash),
            new BasePageVerb(book, basePages, flash, pen), new PanelPatternVerb(book, door, fleet.Rules, wall, sightings, pen), new PanelClockVerb(book, fleet, Board, pen),
        ];
    }

    /// <summary>When one part ends, all do: a site that is half alive shows wrong words. Nothing is torn down before every part has ended.</summary>
    private async Task EndTogetherAsync(IReadOnlyList<Task> parts)
    {
        var first = await Task.WhenAny(parts).ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        await EndedAsync("a part of the site", Task.WhenAll(parts)).ConfigureAwait(false);
        await first.ConfigureAwait(false);
    }

    /// <summary>Waits for an end, but not for ever: a part that hangs is why the site ends, and must not keep it from ending.</summary>
    private async Task EndedAsync(string part, Task ending)
    {
        var late = Task.Delay(Grace, Clocks.Line, CancellationToken.None);
        if (await Task.WhenAny(ending, late).ConfigureAwait(false) == late)
        {
            Log.LeftBehind(_log, part, Grace);
            return;
        }

        await ending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private IWarningFeed Feed(IWarningFeed feed)
    {
        if (feed is IDisposable held)
        {
            Own(new Disposal(held));
        }

        return feed;
    }

    private T Own<T>(T part)
        where T : IAsyncDisposable
    {
        _owned.Push(part);
        return part;
    }

    private static partial class Log
    {
        [LoggerMessage(3008, LogLevel.Error, "{Complaint}")]
        public static partial void NoPlace(ILogger logger, string complaint);

        [LoggerMessage(3002, LogLevel.Critical, "{Part} did not end within {Grace}; it is left behind, and the process has to end")]
        public static partial void LeftBehind(ILogger logger, string part, TimeSpan grace);
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
