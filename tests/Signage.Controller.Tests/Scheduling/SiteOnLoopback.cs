using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Dispatch;
using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;
using Signage.Storage;
using Signage.Transports.Http;
using Signage.Transports.Links;
using Signage.Transports.Mqtt;
using Signage.Transports.Serial;
using Signage.Transports.Tcp;
using Signage.Transports.Udp;

namespace Signage.Controller.Tests.Scheduling;

/// <summary>The simulated panel of a test's site.</summary>
/// <param name="Model">Its card model.</param>
/// <param name="Face">Its face.</param>
/// <param name="Listen">Its link.</param>
internal sealed record LoopbackPanel(string Model = "onbon/bx-6e2", string Face = "160x16x1", string Listen = "tcp://127.0.0.1:0")
{
    /// <summary>Called with the card before the site starts.</summary>
    public Action<ISimulatedCard> Ready { get; init; } = static _ => { };
}

/// <summary>A site with one simulated panel, on TCP unless another is named, its site time in the hands of the test.</summary>
internal sealed class SiteOnLoopback : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-test-").FullName;

    private bool _hasEnded;

    public FakeTimeProvider SiteTime { get; } = new(DateTimeOffset.Parse("2026-09-05T00:00:00Z", null));

    public Site Site { get; private set; } = null!;

    public IPanelHost Panel { get; private set; } = null!;

    public string Folder => _folder;

    /// <summary>One more card, of the same model unless another is named.</summary>
    public static ISimulatedCard NewCard(string face, string model = "onbon/bx-6e2") =>
        SimulatedCards.Create(Profile(model), PanelFace.Parse(face), new CardClock(TimeProvider.System));

    /// <summary>The packets of a command, as any program would send them.</summary>
    public static IReadOnlyList<byte[]> Packets(PanelCommand command, PanelFace face) =>
        SiteHost.Adapters().Find("onbon-bx6")!.Encode(command, Profile(), face, new Dictionary<string, string>());

    private static DeviceProfile Profile(string model = "onbon/bx-6e2")
    {
        var reading = new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(Path.Combine(AppContext.BaseDirectory, "firmware-profiles")));
        return reading.Catalog!.TryFind(model, out var profile) ? profile! : throw new InvalidOperationException("no such model");
    }

    public static async Task<SiteOnLoopback> StartAsync(Func<SiteSettings, SiteSettings> set, IReadOnlyList<Slot> slots, CancellationToken cancellationToken, IReadOnlyList<Programme>? programmes = null, DateTimeOffset? start = null, LoopbackPanel? panel = null)
    {
        var one = panel ?? new LoopbackPanel();
        var test = new SiteOnLoopback();
        test.SiteTime.AdjustTime(start ?? test.SiteTime.GetUtcNow());
        var settings = set(new SiteSettings
        {
            Data = test._folder,
            Profiles = Path.Combine(AppContext.BaseDirectory, "firmware-profiles"),
            RuntimeFolder = test._folder,
            QuartzStore = false,
        });
        var wires = new SiteWires(SiteHost.Adapters(), new PanelTransports([new TcpTransport(TimeProvider.System), new MqttTransport(TimeProvider.System), new UdpTransport(TimeProvider.System), new SerialTransport(TimeProvider.System), new HttpTransport(TimeProvider.System)]));
        var catalog = new ProfileReader(wires.Adapters).Read(ProfileFolder.Read(settings.Profiles)).Catalog!;
        catalog.TryFind(one.Model, out var profile);
        var face = PanelFace.Parse(one.Face);
        var card = SimulatedCards.Create(profile!, face, new CardClock(TimeProvider.System));
        one.Ready(card);
        test.Panel = await PanelHosts.StartAsync(new Uri(one.Listen), card, TimeProvider.System, cancellationToken);
        var store = await SiteStore.OpenAsync(Path.Combine(test._folder, "site.db"), test.SiteTime, cancellationToken);
        await using (store)
        {
            await store.As(Actor.Site).ImportOnceAsync("pack:suining-2023", SiteImport.Pack(CharityPack.Instance), cancellationToken);
            var gate = new Panel(new PanelId("gate"), "东门", one.Model, face, test.Panel.Endpoint);
            await store.As(Actor.Site).ImportOnceAsync("test", new SiteContents([gate], programmes ?? [], slots), cancellationToken);
        }

        test.Site = await Site.StartAsync(settings, new SiteClocks(test.SiteTime, TimeProvider.System), wires, NullLoggerFactory.Instance, cancellationToken);
        return test;
    }

    /// <summary>Waits until the card acknowledged the words of an item.</summary>
    public async Task<PanelState> SentAsync(string item, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var states = await Site.Board.WaitAsync(
            now => now.Count == 1 && now[0].IsSent && now[0].Decision!.Loop.Select(one => one.Revision.ItemId).SequenceEqual(item.Length == 0 ? [] : [item]), either.Token);
        return states[0];
    }

    /// <summary>The site ends; its panel stays.</summary>
    public async Task EndAsync()
    {
        if (!_hasEnded)
        {
            _hasEnded = true;
            await Site.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await Panel.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
