using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Faults.Tests.Rig;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Protocols.Profiles;
using Signage.Storage;
using Signage.Testing.Invariants;
using Signage.Testing.Invariants.Outside;
using Signage.Testing.Processes;

namespace Faults.Tests.Processes;

/// <summary>
/// A site in a process of its own, as on a real machine, on the real clock, and its panels on real links. Everything that can be seen from outside is recorded; every test ends with
/// <see cref="CheckAsync"/>.
/// </summary>
internal sealed class ProcessSite : IAsyncDisposable
{
    private const string Model = "onbon/bx-6e2";

    // A site starts in seconds; where other work fills the machine, that has been seen to take more than a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private readonly ProfileCatalog _catalog =
        new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(Path.Combine(AppContext.BaseDirectory, "firmware-profiles"))).Catalog!;

    private readonly PlanOracle _oracle;
    private readonly OutsideHistory _outside;
    private SignageProcess? _site;

    public ProcessSite(int seed)
    {
        _oracle = new PlanOracle(_catalog, Zone);
        _outside = new OutsideHistory(_oracle.At, seed);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("signage-fault-").FullName;

    public SignageProcess Site => _site ?? throw new InvalidOperationException("the site is not running");

    private string Data => Path.Combine(Folder, "data");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A simulated panel on a real link.</summary>
    public Task<OutsidePanel> AddPanelAsync(string id, string face, string listen) =>
        _outside.AddPanelAsync(id, _catalog.TryFind(Model, out var profile) ? profile! : throw new InvalidOperationException(Model), PanelFace.Parse(face), new Uri(listen), Token);

    /// <summary>Starts the site with the panels and slots in its import file.</summary>
    public async Task StartAsync(params IReadOnlyList<Slot> slots)
    {
        var import = new JsonObject
        {
            ["panels"] = new JsonArray([.. _outside.Panels.Select(panel => (JsonNode)new JsonObject
            {
                ["id"] = panel.Id, ["profile"] = Model, ["face"] = panel.Panel.Face.ToString(), ["endpoint"] = panel.Panel.Endpoint.OriginalString,
            })]),
            ["slots"] = new JsonArray([.. slots.Select(slot => (JsonNode)SlotText.ToJson(slot))]),
        };
        await File.WriteAllTextAsync(Path.Combine(Folder, "signage.json"), import.ToJsonString(), Token);
        _outside.Plan(slots);
        var environment = new Dictionary<string, string> { ["XDG_RUNTIME_DIR"] = Folder };
        _site = SignageProcess.Start(environment, "run", "--port", "0", "--data", Data, "--import", Path.Combine(Folder, "signage.json"));
    }

    /// <summary>A slot of today, from and until so many seconds from now.</summary>
    public static Slot Slot(string id, string programme, int from, int until) =>
        new(id, programme, [], new SlotTime(new DailyRange(Time(from), Time(until))), Priority.Community);

    /// <summary>Asks the site; null when it does not answer.</summary>
    public async Task<JsonObject?> AskAsync(string verb, JsonObject? slot = null)
    {
        var request = new JsonObject { ["verb"] = verb };
        if (slot is not null)
        {
            request["slot"] = slot;
        }

        try
        {
            return await ControlClient.SendAsync(SiteSettings.SocketOf(Data), request, TimeProvider.System, Token);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Adds a slot to the running site.</summary>
    public async Task AddSlotAsync(Slot slot)
    {
        _outside.Plan([.. _outside.Slots, slot]);
        var answer = await AskAsync("slot.add", SlotText.ToJson(slot));
        var ok = (bool?)answer?["ok"] == true;
        _outside.Answered(slot, ok);
        Assert.True(ok, $"seed {_outside.Seed}: {answer?.ToJsonString()}");
    }

    /// <summary>Presses 一键黑屏 for all panels.</summary>
    public async Task BlankAsync()
    {
        _outside.Blanking();
        var answer = await AskAsync("blank");
        Assert.True((bool?)answer?["ok"] == true, $"seed {_outside.Seed}: {answer?.ToJsonString()}");
        _outside.Blanked((int)answer!["number"]!);
    }

    /// <summary>What the site says of its panels, by id.</summary>
    public async Task<IReadOnlyDictionary<string, JsonNode>> StatusAsync()
    {
        var since = _outside.History.Next;
        var answer = await AskAsync("status");
        Assert.True((bool?)answer?["ok"] == true, $"seed {_outside.Seed}: no status: {Site.Complaints}");
        var panels = answer!["panels"]!.AsArray().ToDictionary(panel => (string)panel!["panel"]!, panel => panel!);
        foreach (var (id, panel) in panels)
        {
            _outside.Claimed(since, id, (string?)panel["sent"]);
        }

        return panels;
    }

    /// <summary>Waits until a panel shows some slogans; of none it is dark.</summary>
    public Task ShownAsync(OutsidePanel panel, params string[] items)
    {
        var expected = _oracle.Of(panel.Panel, items).Digest;
        return UntilAsync(() => Task.FromResult(panel.Holds == expected), $"{panel.Id} shows {(items.Length == 0 ? "nothing" : items[0])}");
    }

    /// <summary>Whether a card ever took a slogan.</summary>
    public bool HasShown(OutsidePanel panel, string item)
    {
        var show = _oracle.Of(panel.Panel, item).Digest;
        return _outside.History.Events.OfType<CardTook>().Any(took => took.Panel == panel.Id && took.Holds == show);
    }

    /// <summary>Waits until something is so. Looks ten times a second, at every glass too.</summary>
    public async Task UntilAsync(Func<Task<bool>> wish, string what)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        var began = TimeProvider.System.GetTimestamp();
        while (!await wish())
        {
            Assert.True(
                TimeProvider.System.GetElapsedTime(began) < Patience,
                $"seed {_outside.Seed}: waited in vain until {what}; the site has {(_site?.HasExited == true ? "ended" : "not ended")}: {_site?.Complaints}{System.Environment.NewLine}{_outside.Tail()}");
            await timer.WaitForNextTickAsync(Token);
            foreach (var panel in _outside.Panels)
            {
                panel.Look();
            }
        }
    }

    /// <summary>Lets time pass, and looks at every glass ten times a second.</summary>
    public Task PassAsync(TimeSpan time)
    {
        var began = TimeProvider.System.GetTimestamp();
        return UntilAsync(() => Task.FromResult(TimeProvider.System.GetElapsedTime(began) >= time), $"{time} have passed");
    }

    /// <summary>Sends a signal to the site.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", Site.Id.ToString(CultureInfo.InvariantCulture)])!;
        await kill.WaitForExitAsync(Token);
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Asks a site that still runs what it claims, kills it, reads what it left, and holds everything against the invariants.</summary>
    public async Task CheckAsync()
    {
        if (!Site.HasExited)
        {
            await StatusAsync();
            await Site.KillAsync();
        }

        await using (var store = await SiteStore.OpenAsync(Path.Combine(Data, "site.db"), TimeProvider.System, Token))
        {
            _outside.Left((await store.ReadAsync(Token)).Slots);
        }

        _outside.Check();
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is { } site)
        {
            await site.DisposeAsync();
        }

        await _outside.DisposeAsync();
        _oracle.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static TimeOnly Time(int seconds)
    {
        var wall = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow().AddSeconds(seconds), Zone);
        return new TimeOnly(wall.Hour, wall.Minute, wall.Second);
    }
}
