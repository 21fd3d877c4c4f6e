using System.Globalization;
using Signage.Transports.Broker;

namespace Signage.Transports.Tests.Broker;

/// <summary>
/// Right packets made wrong at random: whatever comes, the broker answers or closes, in time, and serves the others. SIGNAGE_MUTATIONS says how many
/// (2,000 without it), SIGNAGE_SEED repeats a run.
/// </summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int PerConnection = 8;
    private const int Workers = 8;
    private const int TalkEvery = 50;

    private static readonly TimeSpan ClosedWithin = TimeSpan.FromSeconds(5);

    private static readonly byte[][] Right =
    [
        RawPackets.Publish("signage/gate/up", 1, new byte[40]), RawPackets.Publish("signage/gate/up", 0, [1, 2, 3], [1, 0, 2, 0, 0, 0, 9]), RawPackets.Subscribe("signage/gate/down"),
        RawPackets.Packet(0xA2, [0, 2, 0, .. RawPackets.Text("signage/gate/down")]), RawPackets.Ping, RawPackets.Packet(0x40, 0, 1, 0, 0),
        RawPackets.Publish("signage/lamp/up", 1), RawPackets.Subscribe("#", "$SYS/#", "signage/+/up"), RawPackets.Connect(),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Broker_WhenPacketsAreMutated_AnswersOrClosesAndServesTheOthers()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("SIGNAGE_MUTATIONS") ?? "2000", CultureInfo.InvariantCulture);
        var seed = int.Parse(Environment.GetEnvironmentVariable("SIGNAGE_SEED") ?? $"{Guid.NewGuid().GetHashCode() & 0xFFFFFF}", CultureInfo.InvariantCulture);
        output.WriteLine($"SIGNAGE_SEED={seed} SIGNAGE_MUTATIONS={count}");
        await using var site = await BrokerSite.StartAsync(BrokerSite.Options, Token);
        var left = count;
        var attackers = Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => AttackAsync(new Random(seed + worker)), Token)));
        while (!attackers.IsCompleted)
        {
            await site.TalkAsync(Token);
            await Task.WhenAny(attackers, Task.Delay(TimeSpan.FromMilliseconds(TalkEvery), TimeProvider.System, Token));
        }

        await attackers;
        await site.TalkAsync(Token);
        await site.CountersAsync(counters => counters is { Open: 2, Strangers: 0 }, Token);

        output.WriteLine(string.Join(", ", site.Broker.Counters.Refusals.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}")));

        async Task AttackAsync(Random random)
        {
            while (Interlocked.Add(ref left, -PerConnection) > -PerConnection)
            {
                await OneConnectionAsync(site, random);
            }
        }
    }

    private static async Task OneConnectionAsync(BrokerSite site, Random random)
    {
        var id = $"gate/{random.Next():x}";
        using var client = await RawClient.DialAsync(site.Broker.Endpoint, Token);
        var closing = client.ClosedAsync(Token);
        var said = 0;
        if (random.Next(4) == 0)
        {
            await client.SayAsync(Mutate(RawPackets.Connect(id: id, will: random.Next(2) == 0 ? null : [0, .. RawPackets.Text("a"), 0, 1, 7]), random), Token);
            said++;
        }
        else
        {
            await client.SayAsync(RawPackets.Connect(id: id), Token);
        }

        while (said++ < PerConnection && await client.SayAsync(Mutate(Right[random.Next(Right.Length)], random), Token))
        {
            // Until the broker has heard enough.
        }

        try
        {
            client.Stop();
        }
        catch (System.Net.Sockets.SocketException)
        {
            // It is closed already.
        }

        await closing.WaitAsync(ClosedWithin, Token);
    }

    private static byte[] Mutate(byte[] packet, Random random)
    {
        List<byte> bytes = [.. packet];
        for (var times = random.Next(4); times >= 0; times--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 3 when at < bytes.Count:
                    bytes.RemoveAt(at);
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.AddRange(bytes.Take(at).ToArray());
                    break;
            }
        }

        return [.. bytes];
    }
}
