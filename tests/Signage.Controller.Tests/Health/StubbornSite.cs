using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Protocols.Adapters;
using Signage.Storage;
using Signage.Testing.Invariants;
using Signage.Testing.Recording;
using Signage.Transports.Links;
using Signage.Transports.Loopback;

namespace Signage.Controller.Tests.Health;

/// <summary>A site with one panel that never answers, both clocks in the hands of the test. From a moment that the test chooses, whoever wants to speak to the panel hangs without a word.</summary>
internal sealed class StubbornSite : IAsyncDisposable
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-stubborn-").FullName;
    private readonly SiteConsole _console = new();
    private readonly ManualResetEventSlim _never = new();
    private readonly FakeTimeProvider _siteTime = new(DateTimeOffset.Parse("2026-09-05T00:00:00Z", null));
    private readonly RecordingAdapter _adapter;
    private Site? _site;
    private long _hungAt;
    private volatile bool _hangs;
    private volatile bool _hasBegun;

    public StubbornSite() => _adapter = new RecordingAdapter(SiteHost.Adapters().Find("onbon-bx6")!, _ => null, new SiteHistory(Line, _siteTime)) { Beginning = (_, _) => Hang() };

    public FakeTimeProvider Line { get; } = new(DateTimeOffset.Parse("2026-09-05T00:00:00Z", null));

    /// <summary>The next conversation does not begin, and whoever wants to begin it does not come back.</summary>
    public bool HangsFromNowOn
    {
        set => _hangs = value;
    }

    public bool HasBegunToHang => _hasBegun;

    /// <summary>How much line time has gone by since then.</summary>
    public TimeSpan HungFor => Line.GetElapsedTime(Volatile.Read(ref _hungAt));

    public bool SaysThatItHangs => _console.Complaints.Any(line => line.Contains("panel gate hangs", StringComparison.Ordinal));

    public async Task StartAsync(CancellationToken cancellationToken, Func<SiteSettings, SiteSettings>? set = null)
    {
        var settings = new SiteSettings
        {
            Data = _folder,
            Profiles = Path.Combine(AppContext.BaseDirectory, "firmware-profiles"),
            RuntimeFolder = _folder,
            Quartz = false,
            QuartzStore = false,
        };
        var store = await SiteStore.OpenAsync(Path.Combine(_folder, "site.db"), _siteTime, cancellationToken);
        await using (store)
        {
            var gate = new Panel(new PanelId("gate"), "东门", "onbon/bx-6e2", PanelFace.Parse("160x16x1"), new Uri("loopback:gate"));
            await store.As(Actor.Site).ImportOnceAsync("pack:suining-2023", SiteImport.Pack(CharityPack.Instance), cancellationToken);
            await store.As(Actor.Site).ImportOnceAsync("test", new SiteContents([gate], [], [new("base", "charity-09", [], SlotTime.Always, Priority.Base)]), cancellationToken);
        }

        var all = SiteHost.Adapters();
        var languages = new PanelAdapters([_adapter, .. all.Protocols.Where(protocol => protocol != _adapter.Protocol).Select(protocol => all.Find(protocol)!)]);
        var wires = new SiteWires(languages, new PanelTransports([new LoopbackTransport()]));
        _site = await Site.StartAsync((set ?? (same => same))(settings), new SiteClocks(_siteTime, Line), wires, _console, cancellationToken);
    }

    /// <summary>Waits in real time for what the site's own threads bring about.</summary>
    public static async Task UntilAsync(Func<bool> holds, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Most, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        using var look = new PeriodicTimer(Look, TimeProvider.System);
        while (!holds())
        {
            await look.WaitForNextTickAsync(either.Token);
        }
    }

    /// <summary>Lets line time go on until the site has ended by itself, as a process would with it.</summary>
    public Task EndedAsync(CancellationToken cancellationToken) => GoOnUntilAsync(() => _site!.Running.IsFaulted, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _never.Set();
        if (_site is not null)
        {
            var ending = _site.DisposeAsync().AsTask();
            await GoOnUntilAsync(() => ending.IsCompleted, CancellationToken.None);
            await ending;
        }

        Directory.Delete(_folder, recursive: true);
    }

    private Task GoOnUntilAsync(Func<bool> holds, CancellationToken cancellationToken) => UntilAsync(
        () =>
        {
            if (holds())
            {
                return true;
            }

            Line.Advance(Step);
            return false;
        },
        cancellationToken);

    private void Hang()
    {
        if (_hangs)
        {
            Volatile.Write(ref _hungAt, Line.GetTimestamp());
            _hasBegun = true;
            _never.Wait();
        }
    }
}
