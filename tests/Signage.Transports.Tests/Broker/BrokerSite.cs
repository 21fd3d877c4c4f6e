using global::Broker.Child;
using MQTTnet;
using Signage.Transports.Broker;
using Signage.Transports.Links;
using Signage.Transports.Mqtt;
using Signage.Transports.Tests.Mqtt;

namespace Signage.Transports.Tests.Broker;

/// <summary>A broker with a site and a gateway that behave, and a second gateway, "gate", for tests that do not.</summary>
internal sealed class BrokerSite : IAsyncDisposable
{
    private readonly MqttCard _card;
    private readonly IByteLink _link;

    private BrokerSite(SiteBroker broker, MqttCard card, IByteLink link) => (Broker, _card, _link) = (broker, card, link);

    public SiteBroker Broker { get; }

    public static BrokerOptions Options => ChildAccounts.Options;

    public static async Task<BrokerSite> StartAsync(BrokerOptions options, CancellationToken cancellationToken, TimeProvider? time = null)
    {
        var broker = await SiteBroker.StartAsync(options, time ?? TimeProvider.System, cancellationToken);
        var card = await MqttCard.DialAsync(At(broker, "lamp:lamp"), cancellationToken);
        var link = await new MqttTransport(TimeProvider.System).OpenWireAsync(At(broker, "signage:site"), cancellationToken);
        return new BrokerSite(broker, card, link);
    }

    /// <summary>A question to the card and its answer, there and back.</summary>
    public async Task TalkAsync(CancellationToken cancellationToken)
    {
        await _link.SendAsync(new byte[] { 5 }, cancellationToken);
        await _card.HearAsync(cancellationToken);
        await _card.AnswerAsync([6], cancellationToken);
        var read = await _link.Input.ReadAsync(cancellationToken);
        Assert.Equal(6, read.Buffer.FirstSpan[0]);
        _link.Input.AdvanceTo(read.Buffer.End);
    }

    /// <summary>Waits until a refusal was counted more often than before: the broker counts on threads of its own.</summary>
    public Task CountedAsync(BrokerRefusal refusal, long before, CancellationToken cancellationToken) =>
        CountersAsync(counters => counters[refusal] > before, cancellationToken);

    /// <summary>Waits until the counters are as they should be.</summary>
    public Task CountersAsync(Func<BrokerCounters, bool> are, CancellationToken cancellationToken) => Patience.UntilAsync(
        () => are(Broker.Counters), () => $"{Broker.Counters}, {string.Join(", ", Broker.Counters.Refusals)}", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _link.DisposeAsync();
        await _card.DisposeAsync();
        await Broker.DisposeAsync();
    }

    private static Uri At(SiteBroker broker, string login) => new($"mqtt://{login}@127.0.0.1:{broker.Endpoint.Port}/signage/lamp");
}
