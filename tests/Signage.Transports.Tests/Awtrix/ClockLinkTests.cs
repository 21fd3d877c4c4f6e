using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Testing.Servers;

namespace Signage.Transports.Tests.Awtrix;

/// <summary>From the adapter over the pump and a real link to the simulated clock, and back.</summary>
public sealed class ClockLinkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mqtt_WhenMosquittoCarriesIt_PagesAndPixelsComeBackEqual()
    {
        await using var broker = await MosquittoServer.StartAsync(Token);
        await using var site = await ClockSite.StartAsync("awtrix/awtrix3-mqtt", new Uri(broker.Endpoint, "/house/awtrix_ab12cd"), Token);
        await site.TellsTheTruthAsync(Token);
    }

    [Fact]
    public async Task Mqtt_WhenTwoClocksShareABroker_EachHearsItsOwn()
    {
        await using var broker = await MosquittoServer.StartAsync(Token);
        await using var first = await ClockSite.StartAsync("awtrix/awtrix3-mqtt", new Uri(broker.Endpoint, "/awtrix_1"), Token);
        await using var second = await ClockSite.StartAsync("awtrix/awtrix3-mqtt", new Uri(broker.Endpoint, "/awtrix_12"), Token);
        var (one, other) = (ClockSite.Show(1, 5, 5), ClockSite.Show(2, 6));
        var done = await Task.WhenAll(first.AskAsync(new PanelCommand.LoadPages(one), Token), second.AskAsync(new PanelCommand.LoadPages(other), Token));
        Assert.All(done, end => Assert.Equal(PanelOutcome.Accepted, end.Outcome));
        Assert.Equal((one.Digest, other.Digest), (first.Card.Read().Digest!.Value, second.Card.Read().Digest!.Value));
    }

    [Fact]
    public async Task Http_WhenItsWebServerCarriesIt_PagesAndPixelsComeBackEqual()
    {
        await using var site = await ClockSite.StartAsync("awtrix/awtrix3-http", new Uri("http://127.0.0.1:0"), Token);
        await site.TellsTheTruthAsync(Token);
    }
}
