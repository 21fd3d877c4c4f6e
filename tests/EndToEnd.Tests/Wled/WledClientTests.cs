using System.Net.Sockets;
using Signage.Controller.Hosting;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Wled;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;

namespace EndToEnd.Tests.Wled;

/// <summary>Software made by others takes our simulated controller for a WLED: what it believes and what the glass shows are the same.</summary>
public sealed class WledClientTests
{
    private static readonly PanelFace Face = new(new PixelSize(32, 16), ColourAbility.Full);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Client_WhenItDrivesTheSimulatedController_BelievesWhatTheGlassShows()
    {
        var profile = new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(Path.Combine(AppContext.BaseDirectory, "firmware-profiles"))).Catalog!
            .All.Single(profile => profile.Id == "wled/esp32");
        var card = SimulatedCards.Create(profile, Face, new CardClock(TimeProvider.System));
        card.Clock.Hold();
        await using var host = await PanelHosts.StartAsync(new Uri("udp://127.0.0.1:0?control=0"), card, TimeProvider.System, Token);
        var control = new Uri($"http://127.0.0.1:{host.Endpoint.Query["?control=".Length..]}");
        await using var client = await WledClient.StartAsync(control, Token);

        var believed = await client.DoAsync("connect", Token);
        Assert.Equal(("WLED", 512, 32, 16), ((string)believed["brand"]!, (int)believed["leds"]!, (int)believed["matrix"]!["w"]!, (int)believed["matrix"]!["h"]!));
        Assert.Equal((true, 128), Of(card));
        Assert.Equal((true, 128), ((bool)believed["on"]!, (int)believed["brightness"]!));

        foreach (var (command, isOn, brightness) in ((string, bool, int)[])[("brightness 40", true, 40), ("off", false, 40), ("on", true, 40), ("refresh", true, 40)])
        {
            believed = await client.DoAsync(command, Token);
            Assert.Equal((command, isOn, brightness), (command, (bool)believed["on"]!, (int)believed["brightness"]!));
            Assert.Equal((isOn, brightness), Of(card));
            Assert.Equal(isOn, !card.Read().Glass.IsDark);
        }

        var picture = PixelFrame.Create(Face.Size, PixelLayout.Rgb, 5, static (cells, seed) => new Random(seed).NextBytes(cells));
        await StreamAsync(host.Endpoint, profile, picture, Token);
        await Waiting.UntilAsync(() => card.Read().Glass.Equals(picture), Token);
        believed = await client.DoAsync("refresh", Token);
        Assert.Equal((true, "DDP"), ((bool)believed["live"]!, (string)believed["liveSource"]!));

        card.Clock.Advance(TimeSpan.FromSeconds(3));
        believed = await client.DoAsync("refresh", Token);
        Assert.Equal((false, ""), ((bool)believed["live"]!, (string)believed["liveSource"]!));
    }

    private static (bool IsOn, int Brightness) Of(ISimulatedCard card) => (card.Read().PoweredOn, card.Read().Brightness);

    private static async Task StreamAsync(Uri endpoint, DeviceProfile profile, PixelFrame picture, CancellationToken cancellationToken)
    {
        using var sender = new UdpClient(endpoint.Host, endpoint.Port);
        foreach (var packet in new WledAdapter().Encode(new PanelCommand.ShowFrame(picture, new FrameTick(0, default)), profile, Face, new Dictionary<string, string>()))
        {
            await sender.SendAsync(packet, cancellationToken);
        }
    }
}
