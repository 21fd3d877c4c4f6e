using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.People;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;
using Signage.Storage;
using Signage.Testing.Recording;
using Signage.Transports.Links;
using Signage.Transports.Tcp;

namespace Browser.Tests.Sites;

/// <summary>A real site and its pages, with one simulated panel on TCP that is asked after every five seconds and whose plug can be pulled.</summary>
internal sealed class PluggedSite : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-page-").FullName;
    private readonly string _reviews;
    private IPanelHost? _panel;
    private Site? _site;
    private SiteWeb? _web;

    private PluggedSite(string reviews) => _reviews = reviews;

    public Uri Address => _web!.Address;

    public static async Task<PluggedSite> StartAsync(CancellationToken cancellationToken, string url = "http://127.0.0.1:0", string reviews = "three")
    {
        var plugged = new PluggedSite(reviews);
        var settings = plugged.Settings;
        plugged.Profiles();
        new ProfileReader(Wires.Adapters).Read(ProfileFolder.Read(settings.Profiles)).Catalog!.TryFind("onbon/bx-6e2", out var profile);
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

        await plugged.RunAsync(url, cancellationToken);
        return plugged;
    }

    /// <summary>The site ends and starts again, at the same address.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        var address = Address.GetLeftPart(UriPartial.Authority);
        await _web!.DisposeAsync();
        await _site!.DisposeAsync();
        await RunAsync(address, cancellationToken);
    }

    /// <summary>Whether no LED of the panel is on.</summary>
    public bool IsDark => _panel!.Card.Read().Glass.IsDark;

    /// <summary>What the site printed.</summary>
    public SiteConsole Console { get; } = new();

    /// <summary>The people of the site.</summary>
    public SitePeople People => _site!.People;

    /// <summary>What the owner of the machine is told at the control socket.</summary>
    public Task<JsonObject> AskAsync(JsonObject request, CancellationToken cancellationToken) => ControlClient.SendAsync(SiteSettings.SocketOf(_folder), request, TimeProvider.System, cancellationToken);

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

    private static SiteWires Wires { get; } = new(SiteHost.Adapters(), new PanelTransports([new TcpTransport(TimeProvider.System)]));

    private SiteSettings Settings => new() { Data = _folder, Profiles = Path.Combine(_folder, "profiles"), RuntimeFolder = _folder, QuartzStore = false, People = new PeopleSettings { Reviews = _reviews } };

    private async Task RunAsync(string url, CancellationToken cancellationToken)
    {
        _site = await Site.StartAsync(Settings, new SiteClocks(TimeProvider.System, TimeProvider.System), Wires, Console, cancellationToken);
        _web = await SiteWeb.StartAsync(_site.Front, url, NullLoggerFactory.Instance, cancellationToken);
    }

    /// <summary>The committed card model, asked after every five seconds.</summary>
    private void Profiles()
    {
        var folder = Settings.Profiles;
        Directory.CreateDirectory(Path.Combine(folder, "onbon"));
        var model = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "firmware-profiles", "onbon", "bx-6e2.json")))!;
        model["timing"]!["heartbeatSeconds"] = 5;
        File.WriteAllText(Path.Combine(folder, "onbon", "bx-6e2.json"), model.ToJsonString());
    }
}
