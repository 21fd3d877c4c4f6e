using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Storage;
using Signage.Testing.Recording;
using Signage.Transports;
using Signage.Transports.Broker;
using Signage.Transports.Links;

namespace Soak.Tests.Rig;

/// <summary>
/// A whole site in this process, with one simulated panel of each family on real links and the broker between. Links, cards and waiting run on the real
/// clock; the time of the site is stepped. What is measured is all of it together: a simulated panel that leaks is found as well.
/// </summary>
internal sealed class SoakSite : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _owned = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-soak-").FullName;
    private Site _site = null!;

    private SoakSite()
    {
    }

    /// <summary>22:00 in Shanghai, so that the care of the night is not far.</summary>
    public FakeTimeProvider SiteTime { get; } = new(new DateTimeOffset(2026, 9, 5, 14, 0, 0, TimeSpan.Zero));

    public SoakPlan Plan { get; } = new();

    public SiteConsole Console { get; } = new(LogLevel.Error);

    public IReadOnlyList<SoakPanel> Panels { get; private set; } = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SoakSite> StartAsync()
    {
        var soak = new SoakSite();
        try
        {
            await soak.BuildAsync();
            return soak;
        }
        catch
        {
            await soak.DisposeAsync();
            throw;
        }
    }

    /// <summary>Goes to the next change of words, minute by minute, as the clock of a site does.</summary>
    public void StepToNextChange()
    {
        var next = Plan.Next(Panels[0].Id, SiteTime.GetUtcNow());
        while (SiteTime.GetUtcNow() < next)
        {
            var left = next - SiteTime.GetUtcNow();
            SiteTime.Advance(left < TimeSpan.FromMinutes(1) ? left : TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>Waits until every glass shows what is due at this very time of the site.</summary>
    public Task ShownAsync()
    {
        var now = SiteTime.GetUtcNow();
        var due = Panels.ToDictionary(panel => panel, panel => Plan.Due(panel.Id, now));
        return Patience.UntilAsync(
            () => Alive() && Panels.All(panel => Complaint(panel) is null),
            () => $"{now:O}: {string.Join("; ", Panels.Select(panel => $"{panel.Kind.Id} {due[panel]}: {Complaint(panel) ?? "well"}"))}");

        string? Complaint(SoakPanel panel) => PanelGlass.Complaint(_site.Board.Find(panel.Id), panel.Card, due[panel]);
    }

    /// <summary>Waits until no glass has light.</summary>
    public Task DarkAsync() => Patience.UntilAsync(
        () => Alive() && Panels.All(panel => panel.Card.Read().Glass.IsDark),
        () => $"still lit: {string.Join(", ", Panels.Where(panel => !panel.Card.Read().Glass.IsDark).Select(panel => panel.Kind.Id))}");

    /// <summary>Presses 一键黑屏 for all panels at the control socket.</summary>
    /// <returns>The number of the press.</returns>
    public async Task<int> BlankAsync() => (int)(await AskAsync(new JsonObject { ["verb"] = "blank", ["panels"] = new JsonArray() }))["number"]!;

    /// <summary>Releases a press with the code from the console.</summary>
    public Task ResumeAsync(int number) => AskAsync(new JsonObject { ["verb"] = "resume", ["number"] = number, ["code"] = Console.Code });

    /// <summary>Orders other words for the rest of these minutes.</summary>
    public Task OverruleAsync()
    {
        var slot = Plan.Overrule(Panels[0].Id, SiteTime.GetUtcNow());
        return AskAsync(new JsonObject
        {
            ["verb"] = "slot.add",
            ["slot"] = new JsonObject
            {
                ["id"] = slot.Id,
                ["programme"] = slot.ProgrammeId,
                ["panels"] = new JsonArray(),
                ["times"] = slot.Time.Daily.ToString(),
                ["firstDay"] = slot.Time.FirstDay!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["lastDay"] = slot.Time.LastDay!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["priority"] = slot.Priority.ToString().ToLowerInvariant(),
            },
        });

    }

    /// <summary>Asks for the state of the panels, as a person at the machine does.</summary>
    public Task StatusAsync() => AskAsync(new JsonObject { ["verb"] = "status" });

    public async ValueTask DisposeAsync()
    {
        while (_owned.TryPop(out var part))
        {
            await part.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task BuildAsync()
    {
        var services = Own(new ServiceCollection().AddSingleton(TimeProvider.System).AddPanelTransports().BuildServiceProvider());
        var wires = new SiteWires(SiteHost.Adapters(), services.GetRequiredService<PanelTransports>());
        var profiles = Path.Combine(AppContext.BaseDirectory, "firmware-profiles");
        var catalog = new ProfileReader(wires.Adapters).Read(ProfileFolder.Read(profiles)).Catalog!;
        var secrets = PanelKind.All.Where(kind => kind.Listen == "mqtt").ToDictionary(kind => kind.Id, _ => RandomNumberGenerator.GetHexString(32, lowercase: true));
        var options = new BrokerOptions { Gateways = [.. secrets.Select(pair => BrokerAccount.Native(pair.Key, BrokerSecret.Of(pair.Value), $"signage/{pair.Key}"))] };
        var broker = Own(await SiteBroker.StartAsync(options, TimeProvider.System, Token));
        var panels = new List<SoakPanel>();
        foreach (var kind in PanelKind.All)
        {
            catalog.TryFind(kind.ProfileId, out var profile);
            var card = SimulatedCards.Create(profile!, PanelFace.Parse(kind.Face), new CardClock(TimeProvider.System));
            var listen = secrets.TryGetValue(kind.Id, out var secret)
                ? new Uri($"mqtt://{kind.Id}:{secret}@{broker.Endpoint.Host}:{broker.Endpoint.Port}/signage/{kind.Id}")
                : new Uri(kind.Listen);
            panels.Add(Own(await SoakPanel.StartAsync(kind, listen, card)));
        }

        Panels = panels;
        var settings = new SiteSettings { Data = _folder, Profiles = profiles, RuntimeFolder = _folder, QuartzStore = false, Web = null };
        await EnrolAsync(settings, options);
        _site = Own(await Site.StartAsync(settings, new SiteClocks(SiteTime, TimeProvider.System), wires, Console, Token));
    }

    private async Task EnrolAsync(SiteSettings settings, BrokerOptions options)
    {
        Panel[] enrolled = [.. Panels.Select(panel => new Panel(panel.Id, panel.Kind.Id, panel.Kind.ProfileId, PanelFace.Parse(panel.Kind.Face), Reach(panel.Endpoint)))];
        await using var store = await SiteStore.OpenAsync(settings.Database, SiteTime, Token);
        await store.As(Actor.Site).ImportOnceAsync($"pack:{CharityPack.Instance.Id}", SiteImport.Pack(CharityPack.Instance), Token);
        await store.As(Actor.Site).ImportOnceAsync("soak", new SiteContents(enrolled, [], Plan.Slots), Token);

        // At the broker the site has an account of its own.
        Uri Reach(Uri endpoint) => endpoint.Scheme == "mqtt" ? new UriBuilder(endpoint) { UserName = options.UserName, Password = options.Password }.Uri : endpoint;
    }

    private bool Alive()
    {
        Assert.False(_site.Running.IsCompleted, $"the site ended: {_site.Running.Exception}");
        return true;
    }

    private async Task<JsonObject> AskAsync(JsonObject request)
    {
        var answer = await ControlClient.SendAsync(SiteSettings.SocketOf(_folder), request, TimeProvider.System, Token);
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        return answer;
    }

    private T Own<T>(T part)
        where T : IAsyncDisposable
    {
        _owned.Push(part);
        return part;
    }
}
