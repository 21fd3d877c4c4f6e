using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Signage.Cli.Terminal;
using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;
using Signage.Storage;
using Signage.Transports.Broker;
using Signage.Transports.Links;

namespace Signage.Cli.Demo;

/// <summary>A whole site on this machine: a broker, simulated panels on real links, and the controller that sees them only through those links. Owns all of it.</summary>
internal sealed class DemoSite : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _owned = new();

    private DemoSite()
    {
    }

    /// <summary>The controller.</summary>
    public Site Site { get; private set; } = null!;

    /// <summary>The panels and the cards behind them, in the order of <see cref="DemoPanel.All"/>.</summary>
    public IReadOnlyList<(DemoPanel Panel, IPanelHost Host)> Panels { get; private set; } = [];

    /// <summary>Starts everything.</summary>
    /// <param name="wires">Protocols and links.</param>
    /// <param name="settings">How the site is set up; its data folder holds no site yet.</param>
    /// <param name="clocks">Site and line time.</param>
    /// <param name="slots">The plan.</param>
    /// <param name="isStepped">True to hold the clocks of the cards from the start, so that every show begins while somebody looks.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<DemoSite> StartAsync(
        SiteWires wires, SiteSettings settings, SiteClocks clocks, IReadOnlyList<Slot> slots, bool isStepped, CancellationToken cancellationToken)
    {
        var demo = new DemoSite();
        try
        {
            var secrets = DemoPanel.All.Where(panel => panel.Scheme == "mqtt").ToDictionary(panel => panel.Id, _ => RandomNumberGenerator.GetHexString(32, lowercase: true));
            var reading = new ProfileReader(wires.Adapters).Read(ProfileFolder.Read(settings.Profiles));
            var catalog = reading.Catalog ?? throw new SiteStartException([.. reading.Errors.Select(error => error.ToString())]);
            var options = new BrokerOptions
            {
                Gateways = [.. secrets.Select(pair => Account(pair.Key, pair.Value, catalog))],
            };
            var broker = demo.Own(await SiteBroker.StartAsync(options, clocks.Line, cancellationToken).ConfigureAwait(false));
            var panels = new List<(DemoPanel, IPanelHost)>();
            foreach (var panel in DemoPanel.All)
            {
                var profile = catalog.TryFind(panel.ProfileId, out var found) ? found : throw new UserError(Words.NoSuchModel.With(panel.ProfileId));
                var card = SimulatedCards.Create(profile, panel.Face, new CardClock(clocks.Line));
                if (isStepped)
                {
                    card.Clock.Hold();
                }

                var listen = Listen(panel, broker.Endpoint, secrets);
                panels.Add((panel, demo.Own(await PanelHosts.StartAsync(listen, card, clocks.Line, cancellationToken).ConfigureAwait(false))));
            }

            demo.Panels = panels;
            await EnrolAsync(settings, demo.Panels, options, slots, clocks, cancellationToken).ConfigureAwait(false);
            demo.Site = demo.Own(await Site.StartAsync(settings, clocks, wires, NullLoggerFactory.Instance, cancellationToken).ConfigureAwait(false));
            return demo;
        }
        catch
        {
            await demo.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        while (_owned.TryPop(out var part))
        {
            await part.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static Uri Listen(DemoPanel panel, Uri broker, Dictionary<PanelId, string> secrets) => panel.Scheme switch
    {
        "serial" => new Uri("pty:?baud=57600"),
        "udp" => new Uri("udp://127.0.0.1:0?control=0"),
        "http" => new Uri("http://127.0.0.1:0"),
        "mqtt" => new Uri($"mqtt://{panel.Id}:{secrets[panel.Id]}@{broker.Host}:{broker.Port}/signage/{panel.Id}"),
        _ => new Uri("tcp://127.0.0.1:0"),
    };

    private static BrokerAccount Account(PanelId panel, string secret, ProfileCatalog catalog)
    {
        var (known, hash, topic) = (DemoPanel.All.First(one => one.Id == panel), BrokerSecret.Of(secret), $"signage/{panel}");
        return catalog.TryFind(known.ProfileId, out var profile) && profile!.ShapeOf("mqtt") == LinkShape.Topics
            ? BrokerAccount.Native($"{panel}", hash, topic)
            : BrokerAccount.Gateway($"{panel}", hash, topic);
    }

    /// <summary>Where the site reaches a panel: at the broker it has an account of its own.</summary>
    private static Uri Reach(Uri host, BrokerOptions options) =>
        host.Scheme == "mqtt" ? new UriBuilder(host) { UserName = options.UserName, Password = options.Password }.Uri : host;

    private static async Task EnrolAsync(
        SiteSettings settings, IReadOnlyList<(DemoPanel Panel, IPanelHost Host)> panels, BrokerOptions options, IReadOnlyList<Slot> slots, SiteClocks clocks,
        CancellationToken cancellationToken)
    {
        var enrolled = panels.Select(pair => new Panel(pair.Panel.Id, pair.Panel.Name, pair.Panel.ProfileId, pair.Panel.Face, Reach(pair.Host.Endpoint, options))).ToArray();
        var anew = new StoreOptions { WhenDamaged = DamagePolicy.Refuse };   // backups of an earlier demo must not bring its ports back
        var store = await SiteStore.OpenAsync(Path.Combine(settings.Data, "site.db"), anew, clocks.Site, cancellationToken).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            await store.As(Actor.Site).ImportOnceAsync($"pack:{CharityPack.Instance.Id}", SiteImport.Pack(CharityPack.Instance), cancellationToken).ConfigureAwait(false);
            await store.As(Actor.Site).ImportOnceAsync("demo", new SiteContents(enrolled, [], slots), cancellationToken).ConfigureAwait(false);
        }
    }

    private T Own<T>(T part)
        where T : IAsyncDisposable
    {
        _owned.Push(part);
        return part;
    }
}
