using System.Text;
using Microsoft.Extensions.Time.Testing;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Testing.Servers;
using Signage.Transports.Links;
using Signage.Transports.Mqtt;

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
    public async Task Mqtt_WhenNobodyAsks_TellsItsStateEveryTenSeconds()
    {
        await using var broker = await MosquittoServer.StartAsync(Token);
        var endpoint = new Uri(broker.Endpoint, "/awtrix_1");
        var time = new FakeTimeProvider();
        await using var site = await ClockSite.StartAsync("awtrix/awtrix3-mqtt", endpoint, time, Token);
        await using var link = (IMessageLink)await new MqttTopicsTransport(TimeProvider.System).OpenAsync(endpoint, Token);
        foreach (var uptime in (string[])["10", "20"])
        {
            time.Advance(TimeSpan.FromSeconds(10));
            WireAnswer? heard = null;
            await Patience.UntilAsync(() => link.Input.TryRead(out heard), () => site.Card.Read(), Token);
            var told = Assert.IsType<WireAnswer.Topic>(heard);
            Assert.Equal("stats", told.Name);
            Assert.Contains($"\"uptime\":{uptime},", Encoding.UTF8.GetString(told.Payload.Span), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Mqtt_WhenItsStateIsWaitedFor_PixelsComeAsSoonAsItIsTold()
    {
        await using var broker = await MosquittoServer.StartAsync(Token);
        var time = new FakeTimeProvider();
        await using var site = await ClockSite.StartAsync("awtrix/awtrix3-mqtt", new Uri(broker.Endpoint, "/awtrix_1"), time, Token);
        var asking = site.AskAsync(new PanelCommand.ReadPixels(), Token);

        // Both questions for its pixels are heard; from here on nobody says anything to it until it has told its state, and patience lasts 12 s.
        await Patience.UntilAsync(() => site.Card.Read().PacketsTaken == 2, () => site.Card.Read(), Token);
        time.Advance(TimeSpan.FromSeconds(10));
        await Patience.UntilAsync(() => asking.IsCompleted, () => site.Card.Read(), Token);
        var reading = (await asking).Reading!;
        Assert.Equal((true, true), (reading.PoweredOn, reading.Pixels?.Equals(site.Card.Read().Glass)));
    }

    [Fact]
    public async Task Http_WhenItsWebServerCarriesIt_PagesAndPixelsComeBackEqual()
    {
        await using var site = await ClockSite.StartAsync("awtrix/awtrix3-http", new Uri("http://127.0.0.1:0"), Token);
        await site.TellsTheTruthAsync(Token);
    }
}
