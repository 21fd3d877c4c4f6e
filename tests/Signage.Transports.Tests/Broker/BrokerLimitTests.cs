using Microsoft.Extensions.Time.Testing;
using Signage.Transports.Broker;

namespace Signage.Transports.Tests.Broker;

/// <summary>How many, how often, how long. Waiting happens on a clock that the test moves.</summary>
public sealed class BrokerLimitTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Broker_WhenAStrangerSaysNothing_Closes()
    {
        await using var site = await StartAsync();
        using var client = await RawClient.DialAsync(site.Broker.Endpoint, Token);
        await client.ClosedAsync(Token).AdvanceUntilDoneAsync(_time);
        Assert.Equal(1, site.Broker.Counters[BrokerRefusal.ConnectTooLate]);
    }

    [Fact]
    public async Task Broker_WhenAConnectComesByteByByte_ClosesBeforeItsEnd()
    {
        await using var site = await StartAsync();
        using var client = await RawClient.DialAsync(site.Broker.Endpoint, Token);
        await DripAsync(client, RawPackets.Connect(), TimeSpan.FromSeconds(1));
        Assert.Equal(1, site.Broker.Counters[BrokerRefusal.ConnectTooLate]);
        await site.TalkAsync(Token);
    }

    [Fact]
    public async Task Broker_WhenAMessageComesByteByByte_ClosesBeforeItsEnd()
    {
        await using var site = await StartAsync();
        using var client = await EnterAsync(site);
        await DripAsync(client, RawPackets.Publish("signage/gate/up", payload: new byte[130]), TimeSpan.FromMilliseconds(100));
        Assert.Equal(1, site.Broker.Counters[BrokerRefusal.PacketTooSlow]);
        await site.TalkAsync(Token);
    }

    [Fact]
    public async Task Broker_WhenAClientSaysNothingForLong_Closes()
    {
        await using var site = await StartAsync();
        using var client = await RawClient.EnterAsync(site.Broker.Endpoint, RawPackets.Connect(keepAlive: 0), Token);
        await client.ClosedAsync(Token).AdvanceUntilDoneAsync(_time);
        await site.CountedAsync(BrokerRefusal.Idle, 0, Token);
    }

    /// <summary>What it does not read piles up in the machine first; that takes some time, so the clock is the real one.</summary>
    [Fact]
    public async Task Broker_WhenAClientDoesNotReadWhatIsSentToIt_Closes()
    {
        var limits = new BrokerLimits { WriteWithin = TimeSpan.FromSeconds(1), PacketsPerSecond = 1_000_000, BacklogBytes = int.MaxValue, BacklogMessages = int.MaxValue };
        await using var site = await BrokerSite.StartAsync(Options(limits), Token);
        using var deaf = await EnterAsync(site);
        await deaf.SayAsync(RawPackets.Subscribe("signage/gate/down"), Token);
        Assert.Equal((byte)0x90, (await deaf.HearAsync(Token))!.Value.First);
        using var speaker = await RawClient.EnterAsync(site.Broker.Endpoint, RawPackets.Connect("signage", "site", "signage/2"), Token);
        while (site.Broker.Counters[BrokerRefusal.DoesNotRead] == 0)
        {
            await speaker.SayAsync(RawPackets.Publish("signage/gate/down", quality: 1, payload: new byte[60_000]), Token);
            Assert.Equal((byte)0x40, (await speaker.HearAsync(Token))!.Value.First);
        }

        await site.TalkAsync(Token);
    }

    [Fact]
    public async Task Broker_WhenAClientDoesNotAcknowledge_Closes()
    {
        var options = Options(new BrokerLimits { BacklogMessages = 20 });
        await using var site = await BrokerSite.StartAsync(options, Token, _time);
        using var deaf = await EnterAsync(site);
        await deaf.SayAsync(RawPackets.Subscribe("signage/gate/down"), Token);
        Assert.Equal((byte)0x90, (await deaf.HearAsync(Token))!.Value.First);
        using var speaker = await RawClient.EnterAsync(site.Broker.Endpoint, RawPackets.Connect("signage", "site", "signage/2"), Token);
        for (var message = 0; message < 21; message++)
        {
            await speaker.SayAsync(RawPackets.Publish("signage/gate/down", quality: 1), Token);
            Assert.Equal((byte)0x40, (await speaker.HearAsync(Token))!.Value.First);
        }

        await deaf.ClosedAsync(Token);
        Assert.Equal(1, site.Broker.Counters[BrokerRefusal.DoesNotAcknowledge]);
        await site.TalkAsync(Token);
    }

    /// <summary>What is sent without acknowledgement is done when it has left.</summary>
    [Fact]
    public async Task Broker_WhenAClientListensWithoutAcknowledgement_GoesOn()
    {
        await using var site = await BrokerSite.StartAsync(Options(new BrokerLimits { BacklogMessages = 20 }), Token, _time);
        using var listener = await EnterAsync(site);
        await listener.SayAsync(RawPackets.Packet(0x82, [0, 1, 0, .. RawPackets.Text("signage/gate/down"), 0]), Token);
        Assert.Equal((byte)0x90, (await listener.HearAsync(Token))!.Value.First);
        using var speaker = await RawClient.EnterAsync(site.Broker.Endpoint, RawPackets.Connect("signage", "site", "signage/2"), Token);
        for (var message = 0; message < 100; message++)
        {
            await speaker.SayAsync(RawPackets.Publish("signage/gate/down", quality: 1), Token);
            await speaker.HearAsync(Token);
            Assert.Equal((byte)0x30, (await listener.HearAsync(Token))!.Value.First);
        }
    }

    [Fact]
    public async Task Client_WhenItAsksMoreThanMayBeOpen_GetsAllItsAnswersAllTheSame()
    {
        await using var site = await BrokerSite.StartAsync(Options(new BrokerLimits { Unanswered = 8, PacketBurst = 10_000 }), Token, _time);
        using var client = await EnterAsync(site);
        await client.SayAsync(Enumerable.Range(0, 2000).SelectMany(_ => RawPackets.Ping).ToArray(), Token);
        for (var answer = 0; answer < 2000; answer++)
        {
            Assert.Equal((byte)0xD0, (await client.HearAsync(Token))!.Value.First);
        }
    }

    [Fact]
    public async Task Client_WhenItSendsTooFast_IsHeardLater()
    {
        await using var site = await BrokerSite.StartAsync(Options(new BrokerLimits { PacketBurst = 10, PacketsPerSecond = 10 }), Token, _time);
        using var client = await EnterAsync(site);
        await client.SayAsync(Enumerable.Range(0, 30).SelectMany(_ => RawPackets.Ping).ToArray(), Token);
        for (var answer = 0; answer < 9; answer++)
        {
            await client.HearAsync(Token);
        }

        var late = client.HearAsync(Token);
        await site.TalkAsync(Token);
        Assert.False(late.IsCompleted);
        await late.AdvanceUntilDoneAsync(_time);
        for (var answer = 10; answer < 30; answer++)
        {
            await client.HearAsync(Token).AdvanceUntilDoneAsync(_time);
        }
    }

    [Fact]
    public async Task Client_WhenItWantsMoreFiltersThanItMay_IsToldSo()
    {
        var account = new BrokerAccount("log", BrokerSecret.Of("log", 1000), [Signage.Transports.Broker.Rights.TopicRight.Subscribe("signage/#")]);
        var options = Options(new BrokerLimits { Subscriptions = 3 }) with { Others = [account] };
        await using var site = await BrokerSite.StartAsync(options, Token, _time);
        using var client = await RawClient.EnterAsync(site.Broker.Endpoint, RawPackets.Connect("log", "log", "log"), Token);
        await client.SayAsync(RawPackets.Subscribe("signage/1", "signage/2", "signage/1", "signage/3", "signage/4"), Token);
        Assert.Equal([1, 1, 1, 1, 0x97], (await client.HearAsync(Token))!.Value.Body[^5..]);
        await client.SayAsync(RawPackets.Packet(0xA2, [0, 2, 0, .. RawPackets.Text("signage/1")]), Token);
        Assert.Equal((byte)0xB0, (await client.HearAsync(Token))!.Value.First);
        await client.SayAsync(RawPackets.Subscribe("signage/4"), Token);
        Assert.Equal((byte)1, (await client.HearAsync(Token))!.Value.Body[^1]);
    }

    /// <summary>The library answers in the order of qualities; a client reads the answers in the order of its filters.</summary>
    [Fact]
    public async Task Client_WhenItsFiltersDifferInQuality_ReadsTheRightAnswers()
    {
        await using var site = await StartAsync();
        using var client = await EnterAsync(site);
        await client.SayAsync(RawPackets.Packet(0x82, [0, 1, 0, .. RawPackets.Text("signage/lamp/down"), 0, .. RawPackets.Text("signage/gate/down"), 1]), Token);
        Assert.Equal([0x87, 0], (await client.HearAsync(Token))!.Value.Body[^2..]);
    }

    [Theory]
    [InlineData(BrokerRefusal.TooManyConnections)]
    [InlineData(BrokerRefusal.TooManyFromAddress)]
    [InlineData(BrokerRefusal.TooManyStrangers)]
    [InlineData(BrokerRefusal.TooManyAttempts)]
    public async Task Broker_WhenTooManyCome_ClosesThemAtTheDoor(BrokerRefusal refusal)
    {
        // The two of the site are in already, from 127.0.0.1.
        var limits = refusal switch
        {
            BrokerRefusal.TooManyConnections => new BrokerLimits { Connections = 5 },
            BrokerRefusal.TooManyFromAddress => new BrokerLimits { ConnectionsPerAddress = 3 },
            BrokerRefusal.TooManyStrangers => new BrokerLimits { Strangers = 3 },
            _ => new BrokerLimits { AttemptBurst = 3 },
        };
        await using var site = await BrokerSite.StartAsync(BrokerSite.Options with { Limits = limits }, Token, _time);
        var clients = new List<RawClient>();
        for (var i = 0; i < 3; i++)
        {
            clients.Add(await RawClient.DialAsync(site.Broker.Endpoint, Token, "127.0.0.2"));
            await clients[^1].SayAsync(new byte[] { 0x10 }, Token);
        }

        await site.CountersAsync(counters => counters.Strangers == 3, Token);
        using (var last = await RawClient.DialAsync(site.Broker.Endpoint, Token, "127.0.0.2"))
        {
            // Counted before the clock moves: with time, the address earns another attempt.
            await site.CountedAsync(refusal, 0, Token);

            // Who comes too often is closed a second later.
            await last.ClosedAsync(Token).AdvanceUntilDoneAsync(_time);
        }

        clients.ForEach(client => client.Dispose());
        await site.CountersAsync(counters => counters is { Open: 2, Strangers: 0 }, Token);

        // A second later there is room again.
        _time.Advance(TimeSpan.FromSeconds(1));
        using var again = await RawClient.DialAsync(site.Broker.Endpoint, Token, "127.0.0.2");
        await again.SayAsync(RawPackets.Connect(), Token);
        Assert.Equal(0, await again.ConnectAnswerAsync(Token));
        await site.TalkAsync(Token);
    }

    [Fact]
    public async Task Broker_WhenManyComeAtOnce_OpensItsDoorNoFasterThanItMay()
    {
        // Two places of the three are the site's.
        await using var site = await BrokerSite.StartAsync(Options(new BrokerLimits { AcceptBurst = 3, AcceptsPerSecond = 1 }), Token, _time);
        using var first = await EnterAsync(site);
        using var second = await RawClient.DialAsync(site.Broker.Endpoint, Token);
        await second.SayAsync(RawPackets.Connect("lamp", "lamp", "lamp/2"), Token);
        var answer = second.ConnectAnswerAsync(Token);
        await site.TalkAsync(Token);
        Assert.Equal(3, site.Broker.Counters.Open);
        Assert.False(answer.IsCompleted);

        await answer.AdvanceUntilDoneAsync(_time);
        Assert.Equal(4, site.Broker.Counters.Open);
    }

    private static BrokerOptions Options(BrokerLimits limits) => BrokerSite.Options with { Limits = limits };

    private static Task<RawClient> EnterAsync(BrokerSite site) => RawClient.EnterAsync(site.Broker.Endpoint, RawPackets.Connect(), Token);

    private Task<BrokerSite> StartAsync() => BrokerSite.StartAsync(BrokerSite.Options, Token, _time);

    /// <summary>Says one byte each time; the connection must have ended before the last.</summary>
    private async Task DripAsync(RawClient client, byte[] packet, TimeSpan pause)
    {
        var closed = client.ClosedAsync(Token);
        foreach (var one in packet[..^1])
        {
            await client.SayAsync(new[] { one }, Token);
            _time.Advance(pause);
        }

        await closed.AdvanceUntilDoneAsync(_time);
    }
}
