using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Control;
using Signage.Controller.Dispatch;
using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;
using Signage.Simulator.Hosts;
using Signage.Storage;
using Signage.Testing.Invariants;
using Signage.Testing.Recording;
using Signage.Transports.Links;
using Signage.Transports.Serial;
using Signage.Transports.Tcp;

namespace Faults.Tests.Rig;

/// <summary>
/// A whole site, recorded: its panels on wires inside this process or on real links, site time in the hands of the test, line time too unless a real link
/// needs the real one. It can be stopped and started again on the same data. Every test ends with <see cref="CheckAsync"/>.
/// </summary>
internal sealed partial class SiteRig : IAsyncDisposable
{
    /// <summary>08:30 in Shanghai, a Saturday.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 9, 5, 0, 30, 0, TimeSpan.Zero);

    private readonly Dictionary<string, CardWire> _wires = [];
    private readonly List<RigPanel> _panels = [];
    private readonly ProfileCatalog _catalog;
    private readonly PlanOracle _oracle;
    private readonly RigDecisions _decisions;
    private IDisposable? _watching;
    private Site? _site;
    private bool _filled;

    public SiteRig(int seed, bool realLine = false, DateTimeOffset? start = null, string zone = "Asia/Shanghai")
    {
        Zone = zone;
        Seed = seed;
        SiteTime = new FakeTimeProvider(start ?? Morning);
        Clock = new ThrowingClock(SiteTime);
        FakeLine = realLine ? null : new FakeTimeProvider(start ?? Morning);
        Serial = new SerialTransport(Line);
        History = new SiteHistory(Line, SiteTime) { Grace = TimeSpan.FromSeconds(realLine ? 10 : 1) };
        Adapter = new RecordingAdapter(SiteHost.Adapters().Find("onbon-bx6")!, face => _panels.Find(panel => panel.Panel.Face == face)?.Id, History);
        _catalog = new ProfileReader(Languages).Read(ProfileFolder.Read(Profiles)).Catalog!;
        _oracle = new PlanOracle(_catalog, TimeZoneInfo.FindSystemTimeZoneById(Zone));
        _decisions = new RigDecisions(_oracle, History);
    }

    public int Seed { get; }

    public string Zone { get; }

    public FakeTimeProvider SiteTime { get; }

    /// <summary>The clock as the site is given it.</summary>
    public ThrowingClock Clock { get; }

    public FakeTimeProvider? FakeLine { get; }

    public TimeProvider Line => FakeLine ?? TimeProvider.System;

    public SiteHistory History { get; }

    public RecordingAdapter Adapter { get; }

    public SerialTransport Serial { get; }

    public PlanOracle Oracle => _oracle;

    public SiteConsole Console { get; } = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("signage-fault-").FullName;

    /// <summary>Where the site keeps its data, when not in the folder of the test.</summary>
    public string? Data { get; init; }

    public string Database => Path.Combine(Data ?? Folder, "site.db");

    public IReadOnlyList<RigPanel> Panels => _panels;

    public Site Site => _site ?? throw new InvalidOperationException("the site is not running");

    /// <summary>The slots that the site starts with, and those that were added.</summary>
    public IReadOnlyList<Slot> Slots
    {
        get => _decisions.Slots;
        set => _decisions.Slots = value;
    }

    /// <summary>More transports than cards inside this process, serial and TCP.</summary>
    public IReadOnlyList<IPanelTransport> MoreTransports { get; init; } = [];

    /// <summary>The site ends when a part hangs. Off unless set: line time here runs a thousand times faster than threads do.</summary>
    public bool Watches { get; init; }

    /// <summary>Quartz rings at boundaries as well.</summary>
    public bool Quartz { get; init; }

    private static string Profiles => Path.Combine(AppContext.BaseDirectory, "firmware-profiles");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The state of a panel as the site sees it.</summary>
    public PanelState State(RigPanel panel) => Site.Board.Find(panel.Panel.Id) ?? PanelState.Fresh(panel.Panel);

    /// <summary>What a panel should show now.</summary>
    public Signage.Core.Shows.Show Expected(RigPanel panel) => _decisions.Expected(panel, SiteTime.GetUtcNow());

    /// <summary>The card model of a panel.</summary>
    public DeviceProfile ProfileOf(RigPanel panel) =>
        _catalog.TryFind(panel.Panel.ProfileId, out var profile) ? profile! : throw new InvalidOperationException($"{panel.Panel.ProfileId}: no such model");

    /// <summary>Adds a panel on a wire of its own inside this process.</summary>
    public RigPanel AddPanel(string id, string face, FaultPlan? faults = null, bool factoryWords = false)
    {
        var panel = Make(id, face, new Uri($"card:{id}"), faults, factoryWords);
        return Add(panel with { Wire = _wires[id] = new CardWire(panel.Card) });
    }

    /// <summary>Adds panels that hang on one wire, each at its address.</summary>
    public IReadOnlyList<RigPanel> AddBus(string wire, params (string Id, string Face, string? Address)[] panels)
    {
        RigPanel[] made = [.. panels.Select(one => Make(
            one.Id, one.Face, new Uri(one.Address is null ? $"card:{wire}" : $"card:{wire}?address={one.Address}"), null, false))];
        _wires[wire] = new CardWire([.. made.Select(panel => panel.Card)]);
        return [.. made.Select(panel => Add(panel with { Wire = _wires[wire] }))];
    }

    /// <summary>Adds a panel on a real link.</summary>
    public async Task<RigPanel> AddHostedAsync(string id, string face, Uri listen, FaultPlan? faults = null)
    {
        // The card is made before its endpoint is known; it needs none.
        var draft = Make(id, face, listen, faults, false);
        var host = await PanelHosts.StartAsync(listen, draft.Card, TimeProvider.System, Token);
        var panel = draft.Panel with { Endpoint = host.Endpoint };
        return Add(draft with { Panel = panel, Host = host });
    }

    /// <summary>Adds a panel at an endpoint where the test plays the card itself, badly.</summary>
    public RigPanel AddElsewhere(string id, string face, Uri endpoint)
    {
        var panel = Make(id, face, endpoint, null, false);
        panel.IsLost = true;
        return Add(panel);
    }

    /// <summary>Starts the site, the first time with the panels and slots of the test in its database.</summary>
    public async Task StartAsync()
    {
        if (!_filled)
        {
            _filled = true;
            await using var store = await SiteStore.OpenAsync(Database, SiteTime, Token);
            await store.As(Actor.Site).ImportOnceAsync("pack:suining-2023", SiteImport.Pack(CharityPack.Instance), Token);
            await store.As(Actor.Site).ImportOnceAsync("test", new SiteContents([.. _panels.Select(panel => panel.Panel)], [], Slots), Token);
        }

        _decisions.Tell(_panels, SiteTime.GetUtcNow());
        IPanelTransport[] transports = [new CardTransport(_wires), Serial, new TcpTransport(Line), .. MoreTransports];
        var wires = new SiteWires(
            Languages, new PanelTransports(transports.Select(transport => new RecordingTransport(transport, ReadersAt, History))));
        var settings = new SiteSettings
        {
            Data = Data ?? Folder,
            Profiles = Profiles,
            RuntimeFolder = Folder,
            Quartz = Quartz,
            QuartzStore = false,
            TimeZone = Zone,
            HealthWatch = Watches,
        };
        _site = await Site.StartAsync(settings, new SiteClocks(Clock, Line), wires, Console, Token);
        _watching = _site.Board.OnChange(SeeStatus);
        foreach (var panel in _panels)
        {
            panel.Card.Taken = SeeStatus;
        }
    }

    /// <summary>Stops the site. What it was doing is cut off, as when it is killed, but for the database, which is closed in order.</summary>
    public async Task StopAsync()
    {
        _watching?.Dispose();
        if (Interlocked.Exchange(ref _site, null) is { } site)
        {
            await site.DisposeAsync();
            Clock.Forget();
            History.Add(at => new SiteEnded(at));
        }
    }

    /// <summary>Stops the site, reads what it stored, looks at every glass, and holds everything against the invariants.</summary>
    public async Task CheckAsync()
    {
        await StopAsync();
        await using (var store = await SiteStore.OpenAsync(Database, SiteTime, Token))
        {
            var contents = await store.ReadAsync(Token);
            var rows = contents.Slots.Select(slot => (SlotRow.Name(slot), SlotRow.Of(slot)))
                .Concat(contents.Panels.Select(panel => ($"panel {panel.Id}", SlotText.Of(panel)))).ToDictionary();
            History.Add(at => new RowsRead(at, rows));
        }

        foreach (var panel in _panels)
        {
            panel.Card.Look();
        }

        InvariantChecker.AssertHolds(History, Seed);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        foreach (var panel in _panels.Where(panel => panel.Host is not null))
        {
            await panel.Host!.DisposeAsync();
        }

        _oracle.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private Task<JsonObject> AskAsync(JsonObject request) =>
        ControlClient.SendAsync(SiteSettings.SocketOf(Data ?? Folder), request, TimeProvider.System, Token);

    // The profiles of every family are read; the panels of these tests speak one language, whose conversations are recorded.
    private PanelAdapters Languages
    {
        get
        {
            var all = SiteHost.Adapters();
            return new PanelAdapters([Adapter, .. all.Protocols.Where(protocol => protocol != Adapter.Protocol).Select(protocol => all.Find(protocol)!)]);
        }
    }

    private RigPanel Add(RigPanel panel)
    {
        Assert.DoesNotContain(_panels, other => other.Panel.Face == panel.Panel.Face);
        _panels.Add(panel);
        return panel;
    }

    private RigPanel Make(string id, string face, Uri endpoint, FaultPlan? faults, bool factoryWords)
    {
        _catalog.TryFind("onbon/bx-6e2", out var profile);
        var panel = new Panel(new PanelId(id), id, profile!.Id, PanelFace.Parse(face), endpoint);
        var reader = new PacketReader(panel, profile);
        var card = SimulatedCards.Create(profile.AtAddress(PanelAddress.Of(endpoint).Card), panel.Face, new CardClock(Line), faults);
        var factory = factoryWords
            ? Adapter.Encode(new PanelCommand.LoadPages(_oracle.Foreign(panel)), profile, panel.Face, new Dictionary<string, string>())[0]
            : default(ReadOnlyMemory<byte>);
        return new RigPanel(panel, new RecordingCard((IByteCard)card, reader, History, factory), reader);
    }

    private IReadOnlyList<PacketReader> ReadersAt(Uri line) =>
        [.. _panels.Where(panel => PanelAddress.Of(panel.Panel.Endpoint).Line.OriginalString == line.OriginalString).Select(panel => panel.Reader)];

    private void SeeStatus()
    {
        if (_site is not { } site)
        {
            return;
        }

        var since = History.Next;
        foreach (var state in site.Board.Now.Where(state => state.Truth.Sent is not null))
        {
            History.Add(at => new StatusSeen(at, since, state.Panel.Id.Value, state.Truth.Sent));
        }
    }
}
