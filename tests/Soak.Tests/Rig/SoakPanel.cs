using Signage.Core.Panels;
using Signage.Simulator.Cards;
using Signage.Simulator.Hosts;

namespace Soak.Tests.Rig;

/// <summary>A simulated panel on its real link. It can be taken off the link and put back.</summary>
internal sealed class SoakPanel : IAsyncDisposable
{
    private IPanelHost? _host;

    private SoakPanel(PanelKind kind, IPanelHost host) => (Kind, _host, Card, Endpoint) = (kind, host, host.Card, host.Endpoint);

    public PanelKind Kind { get; }

    public PanelId Id => new(Kind.Id);

    public ISimulatedCard Card { get; }

    /// <summary>Where the card is, with the port that it was given: a panel that is plugged in again is found there.</summary>
    public Uri Endpoint { get; }

    public static async Task<SoakPanel> StartAsync(PanelKind kind, Uri listen, ISimulatedCard card) =>
        new(kind, await PanelHosts.StartAsync(listen, card, TimeProvider.System, TestContext.Current.CancellationToken));

    /// <summary>Pulls the cable.</summary>
    public async Task UnplugAsync()
    {
        if (Interlocked.Exchange(ref _host, null) is { } host)
        {
            await host.DisposeAsync();
        }
    }

    /// <summary>Puts the cable back.</summary>
    public Task PlugInAsync()
    {
        Exception? last = null;
        Task? trying = null;

        // Somebody else on this machine may have been given the port for a moment.
        return Patience.UntilAsync(
            () =>
            {
                if (trying is null or { IsFaulted: true })
                {
                    last = trying?.Exception?.InnerException;
                    trying = TryAsync();
                }

                return trying.IsCompletedSuccessfully;
            },
            () => $"{Kind.Id} could not be plugged in at {Endpoint.Port}: {last?.Message}");
    }

    public async ValueTask DisposeAsync() => await UnplugAsync();

    private async Task TryAsync() => _host = await PanelHosts.StartAsync(Endpoint, Card, TimeProvider.System, TestContext.Current.CancellationToken);
}

/// <summary>One family of cards in the soak, and how it is reached.</summary>
/// <param name="Id">The id of its panel.</param>
/// <param name="ProfileId">The card model.</param>
/// <param name="Face">Its pixels.</param>
/// <param name="Listen">Where the panel hangs; <c>mqtt</c> stands for the broker of the site.</param>
internal sealed record PanelKind(string Id, string ProfileId, string Face, string Listen)
{
    /// <summary>One panel of each family, and of each link that a family has.</summary>
    public static IReadOnlyList<PanelKind> All { get; } =
    [
        new("hall", "onbon/bx-6e2x", "256x32x1", "tcp://127.0.0.1:0"),
        new("yard", "wled/esp32", "64x32xrgb", "udp://127.0.0.1:0?control=0"),
        new("stage", "ddp/matrix", "64x32xrgb", "udp://127.0.0.1:0"),
        new("desk", "awtrix/awtrix3-mqtt", "32x8xrgb", "mqtt"),
        new("shelf", "awtrix/awtrix3-http", "32x8xrgb", "http://127.0.0.1:0"),
        new("lobby", "colorlight/c4", "128x64xrgb", "http://127.0.0.1:0"),
    ];
}
