using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;
using Signage.Storage;
using Signage.Transports.Links;
using Signage.Transports.Tcp;

namespace Browser.Tests.Sites;

/// <summary>A real site and its pages, with one simulated panel on TCP that is asked after every five seconds and whose plug can be pulled.</summary>
internal sealed class PluggedSite : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-page-").FullName;
    private IPanelHost? _panel;
    private Site? _site;
    private SiteWeb? _web;

    public Uri Address => _web!.Address;

    public static async Task<PluggedSite> StartAsync(CancellationToken cancellationToken)
    {
        var plugged = new PluggedSite();
        var settings = new SiteSettings { Data = plugged._folder, Profiles = plugged.Profiles(), RuntimeFolder = plugged._folder, QuartzStore = false };
        var clocks = new SiteClocks(TimeProvider.System, TimeProvider.System);
        var wires = new SiteWires(SiteHost.Adapters(), new PanelTransports([new TcpTransport(TimeProvider.System)]));
        new ProfileReader(wires.Adapters).Read(ProfileFolder.Read(settings.Profiles)).Catalog!.TryFind("onbon/bx-6e2", out var profile);
        var face = PanelFace.Parse("160x16x1");
        var card = SimulatedCards.Create(profile!, face, new CardClock(TimeProvider.System));
        plugged._panel = await PanelHosts.StartAsync(new Uri("tcp://127.0.0.1:0"), card, TimeProvider.System, cancellationToken);
        await using (var store = await SiteStore.OpenAsync(Path.Combine(plugged._folder, "site.db"), TimeProvider.System, cancellationToken))
        {
            await store.As(Actor.Site).ImportOnceAsync($"pack:{CharityPack.Instance.Id}", SiteImport.Pack(CharityPack.Instance), cancellationToken);
            var panel = new Panel(new PanelId("gate"), "东门条屏", "onbon/bx-6e2", face, plugged._panel.Endpoint);
            var slot = new Slot("base", "charity-03", [], SlotTime.Always);
            await store.As(Actor.Site).ImportOnceAsync("test", new SiteContents([panel], [], [slot]), cancellationToken);
        }

        plugged._site = await Site.StartAsync(settings, clocks, wires, NullLoggerFactory.Instance, cancellationToken);
        plugged._web = await SiteWeb.StartAsync(plugged._site.Front, "http://127.0.0.1:0", NullLoggerFactory.Instance, cancellationToken);
        return plugged;
    }

    /// <summary>From now on nobody answers where the card was.</summary>
    public async Task PullThePlugAsync()
    {
        var panel = _panel!;
        _panel = null;
        await panel.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _web!.DisposeAsync();
        await _site!.DisposeAsync();
        if (_panel is not null)
        {
            await _panel.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The committed card model, asked after every five seconds.</summary>
    private string Profiles()
    {
        var folder = Path.Combine(_folder, "profiles");
        Directory.CreateDirectory(Path.Combine(folder, "onbon"));
        var model = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "firmware-profiles", "onbon", "bx-6e2.json")))!;
        model["timing"]!["heartbeatSeconds"] = 5;
        File.WriteAllText(Path.Combine(folder, "onbon", "bx-6e2.json"), model.ToJsonString());
        return folder;
    }
}
