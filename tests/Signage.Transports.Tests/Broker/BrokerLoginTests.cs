using Microsoft.Extensions.Time.Testing;
using Signage.Transports.Broker;

namespace Signage.Transports.Tests.Broker;

/// <summary>Who comes in, under which client id, and who throws out whom.</summary>
public sealed class BrokerLoginTests
{
    private const int Busy = 0x89;
    private const int WrongId = 0x85;
    private const int WrongLogin = 0x86;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gate", 5, 2)]
    [InlineData("gate/1", 5, 2)]
    [InlineData("gate/1", 4, 2)]
    [InlineData("gate/1", 5, 0)]
    [InlineData("", 5, 2)]
    public async Task Client_WhenItIsWhoItSays_IsLetIn(string id, byte version, byte flags)
    {
        await using var site = await BrokerSite.StartAsync(BrokerSite.Options, Token);
        var before = site.Broker.Counters.LetIn;
        Assert.Equal(0, await KnockAsync(site, RawPackets.Connect(id: id, version: version, flags: flags)));
        Assert.Equal(before + 1, site.Broker.Counters.LetIn);
    }

    [Theory]
    [InlineData("lamp/1", 5, WrongId)]
    [InlineData("lamp/1", 4, 2)]
    [InlineData("", 4, 2)]
    public async Task Client_WhenTheIdIsNotItsOwn_IsRefused(string id, byte version, int reason)
    {
        await using var site = await BrokerSite.StartAsync(BrokerSite.Options, Token);
        Assert.Equal(reason, await KnockAsync(site, RawPackets.Connect(id: id, version: version)));
    }

    [Fact]
    public async Task Client_WhenItIsLetIn_IsToldWhatTheBrokerTakes()
    {
        await using var site = await BrokerSite.StartAsync(BrokerSite.Options, Token);
        using var client = await RawClient.DialAsync(site.Broker.Endpoint, Token);
        await client.SayAsync(RawPackets.Connect(), Token);
        var answer = (await client.HearAsync(Token))!.Value.Body;
        Assert.Contains("27-00-01-00-00", BitConverter.ToString(answer), StringComparison.Ordinal);   // packets of 65,536 bytes
        Assert.Contains("24-01", BitConverter.ToString(answer), StringComparison.Ordinal);            // quality 1
        Assert.Contains("21-01-00", BitConverter.ToString(answer), StringComparison.Ordinal);         // 256 unanswered
        Assert.Contains("2A-00", BitConverter.ToString(answer), StringComparison.Ordinal);            // no shared subscriptions
        Assert.DoesNotContain("22-FF-FF", BitConverter.ToString(answer), StringComparison.Ordinal);   // no topic aliases
    }

    [Fact]
    public async Task Account_WhenItHasConnectionsEnough_GetsNoMore()
    {
        await using var site = await BrokerSite.StartAsync(BrokerSite.Options, Token);
        var clients = new List<RawClient>();
        for (var i = 0; i < 3; i++)
        {
            // One of the four is that of the panel that behaves.
            clients.Add(await RawClient.EnterAsync(site.Broker.Endpoint, RawPackets.Connect("lamp", "lamp", $"lamp/{i}"), Token));
        }

        Assert.Equal(Busy, await KnockAsync(site, RawPackets.Connect("lamp", "lamp", "lamp/3")));
        Assert.Equal(1, site.Broker.Counters[BrokerRefusal.TooManyOfAccount]);
        clients.ForEach(client => client.Dispose());
        await site.CountersAsync(counters => counters.Open <= 2, Token);

        Assert.Equal(0, await KnockAsync(site, RawPackets.Connect("lamp", "lamp", "lamp/3")));
    }

    [Fact]
    public async Task Twin_WhenTheFirstCameJustNow_IsRefused()
    {
        await using var site = await BrokerSite.StartAsync(BrokerSite.Options, Token);
        using var first = await RawClient.EnterAsync(site.Broker.Endpoint, RawPackets.Connect(), Token);
        Assert.Equal(Busy, await KnockAsync(site, RawPackets.Connect()));
        await first.SayAsync(RawPackets.Ping, Token);
        Assert.Equal((byte)0xD0, (await first.HearAsync(Token))!.Value.First);
        Assert.Equal(1, site.Broker.Counters[BrokerRefusal.TakenJustNow]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Twin_WhenTheFirstIsOld_TakesItsPlace(byte flags)
    {
        var options = BrokerSite.Options with { Limits = BrokerSite.Options.Limits with { TakeoverPause = TimeSpan.Zero } };
        await using var site = await BrokerSite.StartAsync(options, Token);
        using var first = await RawClient.EnterAsync(site.Broker.Endpoint, RawPackets.Connect(), Token);
        using var second = await RawClient.EnterAsync(site.Broker.Endpoint, RawPackets.Connect(flags: flags), Token);
        await first.ClosedAsync(Token);
        await second.SayAsync(RawPackets.Ping, Token);
        Assert.Equal((byte)0xD0, (await second.HearAsync(Token))!.Value.First);
    }

    /// <summary>Whoever guesses pays with his own address, and not even there does somebody pay whose password the broker has seen.</summary>
    [Fact]
    public async Task Guesser_WhenHeGoesOn_IsNotCalculatedAnyMore()
    {
        var options = BrokerSite.Options with { Limits = BrokerSite.Options.Limits with { FailureBurst = 3 } };
        await using var site = await BrokerSite.StartAsync(options, Token, new FakeTimeProvider());
        for (var guess = 0; guess < 3; guess++)
        {
            Assert.Equal(WrongLogin, await KnockAsync(site, RawPackets.Connect(password: $"{guess}")));
        }

        Assert.Equal(Busy, await KnockAsync(site, RawPackets.Connect(password: "4")));
        Assert.Equal(Busy, await KnockAsync(site, RawPackets.Connect()));
        Assert.Equal(0, await KnockAsync(site, RawPackets.Connect("lamp", "lamp", "lamp/2")));

        // The answer to a wrong password does not tell a name that exists from one that does not.
        Assert.Equal(Busy, await KnockAsync(site, RawPackets.Connect("lamp", "guess", "lamp/2")));
        Assert.Equal(Busy, await KnockAsync(site, RawPackets.Connect("nobody", "guess", "lamp/2")));
        Assert.Equal(0, await KnockAsync(site, RawPackets.Connect(), from: "127.0.0.2"));
        Assert.Equal((4, 3), (site.Broker.Counters[BrokerRefusal.TooManyAttempts], site.Broker.Counters[BrokerRefusal.WrongLogin]));
    }

    [Fact]
    public async Task Broker_WhenTwoAccountsHaveOneName_DoesNotStart() => await Assert.ThrowsAsync<ArgumentException>(
        () => SiteBroker.StartAsync(BrokerSite.Options with { UserName = "lamp" }, TimeProvider.System, Token));

    private static async Task<int> KnockAsync(BrokerSite site, byte[] connect, string from = "127.0.0.1")
    {
        using var client = await RawClient.DialAsync(site.Broker.Endpoint, Token, from);
        await client.SayAsync(connect, Token);
        return await client.ConnectAnswerAsync(Token);
    }
}
