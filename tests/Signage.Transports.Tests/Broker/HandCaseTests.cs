using Signage.Transports.Broker;

namespace Signage.Transports.Tests.Broker;

/// <summary>Everything that one connection can say wrongly, one by one.</summary>
public sealed class HandCaseTests(HandCaseTests.Place place) : IClassFixture<HandCaseTests.Place>
{
    private static readonly TimeSpan ClosedWithin = TimeSpan.FromSeconds(5);

    public static TheoryData<string> Cases => [.. HandCase.All.Select(one => one.Name)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private BrokerSite Site => place.Site;

    [Fact]
    public void HandCases_WhenCounted_AreManyAndDiffer() => Assert.InRange(HandCase.All.DistinctBy(one => one.Name).Count(), 100, HandCase.All.Count);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Broker_WhenSomethingWrongIsSaid_ClosesCountsAndServesTheOthers(string name)
    {
        var one = HandCase.All.Single(other => other.Name == name);
        var before = Site.Broker.Counters[one.Refusal];
        using var client = one.Enters
            ? await RawClient.EnterAsync(Site.Broker.Endpoint, RawPackets.Connect(id: $"gate/{Guid.NewGuid():N}"), Token)
            : await RawClient.DialAsync(Site.Broker.Endpoint, Token);
        await client.SayAsync(one.Says, Token);
        if (one.Stops)
        {
            client.Stop();
        }

        await client.ClosedAsync(Token).WaitAsync(ClosedWithin, Token);
        await Site.CountedAsync(one.Refusal, before, Token).WaitAsync(ClosedWithin, Token);
        await Site.TalkAsync(Token);
    }

    /// <summary>What is denied but costs nobody the connection.</summary>
    [Theory]
    [InlineData("signage/lamp/up", BrokerRefusal.MayNotPublish)]
    [InlineData("signage/gate/down", BrokerRefusal.MayNotPublish)]
    [InlineData("$SYS/broker", BrokerRefusal.MayNotPublish)]
    public async Task Broker_WhenAForeignTopicIsNamed_DeniesAndGoesOn(string topic, BrokerRefusal refusal)
    {
        var before = Site.Broker.Counters[refusal];
        using var client = await RawClient.EnterAsync(Site.Broker.Endpoint, RawPackets.Connect(id: $"gate/{Guid.NewGuid():N}"), Token);
        await client.SayAsync(RawPackets.Publish(topic, quality: 1), Token);
        Assert.Equal(((byte)0x40, (byte)0x87), await client.HearAsync(Token) is (var first, [_, _, var reason, ..]) ? (first, reason) : default);
        await client.SayAsync(RawPackets.Ping, Token);
        Assert.Equal((byte)0xD0, (await client.HearAsync(Token))!.Value.First);
        Assert.Equal(before + 1, Site.Broker.Counters[refusal]);
    }

    public sealed class Place : IAsyncLifetime
    {
        internal BrokerSite Site { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Site = await BrokerSite.StartAsync(BrokerSite.Options, Token);

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
