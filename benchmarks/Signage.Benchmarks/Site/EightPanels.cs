using System.Text.Json.Nodes;
using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;

namespace Signage.Benchmarks.Site;

/// <summary>Eight simulated panels of a street: two on serial lines, six on the network, mono, dual and full colour. They live in this process, the site in its own.</summary>
internal sealed class EightPanels : IAsyncDisposable
{
    private static readonly (string Profile, string Face, string Listen)[] Kinds =
    [
        ("onbon/bx-6e2", "160x16x1", "pty:?baud=57600"),
        ("onbon/bx-6e2", "128x32x2", "pty:?baud=57600"),
        ("onbon/bx-6e2x", "256x32x1", "tcp://127.0.0.1:0"),
        ("onbon/bx-6e2x", "320x32x1", "tcp://127.0.0.1:0"),
        ("onbon/bx-6e2", "192x64x2", "tcp://127.0.0.1:0"),
        ("onbon/bx-6e2", "256x64x1", "tcp://127.0.0.1:0"),
        ("onbon/bx-6q2", "192x96xrgb", "tcp://127.0.0.1:0"),
        ("onbon/bx-6q2", "192x96xrgb", "tcp://127.0.0.1:0"),
    ];

    private readonly List<(string Profile, string Face, IPanelHost Host)> _panels = [];

    private EightPanels()
    {
    }

    /// <summary>How many have LEDs on.</summary>
    public int Lit => _panels.Count(panel => !panel.Host.Card.Read().Glass.IsDark);

    /// <summary>How many packets they took since their last power cut.</summary>
    public int PacketsTaken => _panels.Sum(panel => panel.Host.Card.Read().PacketsTaken);

    public static async Task<EightPanels> StartAsync(string profiles)
    {
        var catalog = new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(profiles)).Catalog ?? throw new InvalidOperationException($"no profiles in {profiles}");
        var street = new EightPanels();
        foreach (var (profile, face, listen) in Kinds)
        {
            catalog.TryFind(profile, out var model);
            var card = SimulatedCards.Create(model!, PanelFace.Parse(face), new CardClock(TimeProvider.System));
            street._panels.Add((profile, face, await PanelHosts.StartAsync(new Uri(listen), card, TimeProvider.System, CancellationToken.None).ConfigureAwait(false)));
        }

        return street;
    }

    /// <summary>Every card forgets what it shows.</summary>
    public void PowerCycle() => _panels.ForEach(panel => panel.Host.Card.PowerCycle());

    /// <summary>What the site imports: the panels, a base slogan that scrolls on most of them, and another one for each even minute of this hour.</summary>
    public string Import(TimeOnly now) => new JsonObject
    {
        ["panels"] = new JsonArray([.. _panels.Select((panel, number) => (JsonNode)new JsonObject
        {
            ["id"] = $"panel-{number + 1}",
            ["profile"] = panel.Profile,
            ["face"] = panel.Face,
            ["endpoint"] = panel.Host.Endpoint.OriginalString,
        })]),
        ["slots"] = new JsonArray([
            new JsonObject { ["id"] = "base", ["programme"] = "charity-09", ["priority"] = "base" },
            .. Enumerable.Range(1, 10).Select(number => new JsonObject
            {
                ["id"] = $"change-{number}",
                ["programme"] = $"charity-{number:00}",
                ["from"] = now.AddMinutes(2 * number).ToString("HH:mm", null),
                ["until"] = now.AddMinutes((2 * number) + 1).ToString("HH:mm", null),
            }),
        ]),
    }.ToJsonString();

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, _, host) in _panels)
        {
            await host.DisposeAsync().ConfigureAwait(false);
        }
    }
}
