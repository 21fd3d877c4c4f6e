using Signage.Transports.Broker;

namespace Signage.Transports.Tests.Broker.Access;

/// <summary>A broker with all roles, and what it counts.</summary>
internal sealed class AccessSite : IAsyncDisposable
{
    private int _residents;

    private AccessSite(SiteBroker broker) => Broker = broker;

    public SiteBroker Broker { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<AccessSite> StartAsync() => new(await SiteBroker.StartAsync(AccessRoles.Options, TimeProvider.System, Token));

    /// <summary>Comes in under an account, without or with a will.</summary>
    public async Task<AccessClient> EnterAsync(string role, byte version = 5, byte flags = 2, byte[]? will = null)
    {
        var connect = RawPackets.Connect(role, role, $"{role}/{Guid.NewGuid():N}", flags, version: version, will: will);
        return new AccessClient(await RawClient.EnterAsync(Broker.Endpoint, connect, Token), version);
    }

    /// <summary>Comes in to stay as long as the broker.</summary>
    public async Task<AccessClient> StayAsync(string role)
    {
        _residents++;
        return await EnterAsync(role);
    }

    /// <summary>Comes in, and goes without a farewell after what it has said or asked to be said.</summary>
    public async Task DieAsync(string role, byte version, string topic, string payload, bool retain)
    {
        using var client = await EnterAsync(role, version, (byte)(2 | 8 | (retain ? 0x20 : 0)), RawPackets.Will(topic, payload, version));
    }

    /// <summary>Waits until the broker has done with everybody who went, and so with their wills.</summary>
    /// <param name="visitors">Those who are still there.</param>
    public Task QuietAsync(int visitors = 0) => Patience.UntilAsync(() => Broker.Counters.Open == _residents + visitors, () => Broker.Counters, Token);

    /// <summary>What has been refused since, such as <c>MayNotPublish</c>; once, if no number stands behind it.</summary>
    public string RefusedSince(BrokerCounters before)
    {
        var now = Broker.Counters;
        var more = now.Refusals.Keys.Order().Select(refusal => (Refusal: refusal, Times: now[refusal] - before[refusal])).Where(one => one.Times > 0);
        return string.Join(", ", more.Select(one => one.Times == 1 ? $"{one.Refusal}" : $"{one.Refusal} {one.Times}"));
    }

    public ValueTask DisposeAsync() => Broker.DisposeAsync();
}
