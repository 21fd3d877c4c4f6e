using System.Globalization;
using Signage.Transports.Broker;
using Signage.Transports.Links;
using Signage.Transports.Mqtt;
using Signage.Transports.Tests.Mqtt;

namespace Signage.Transports.Tests.Broker;

/// <summary>
/// Many sockets at once that announce much and really send it, that hold what they began, or that never stop. The broker runs in a process of its
/// own, and a panel goes on being talked to. SIGNAGE_ATTACK_SECONDS makes each attack longer than a moment.
/// </summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class BrokerAttackTests(BrokerAttackTests.Place place, ITestOutputHelper output) : IClassFixture<BrokerAttackTests.Place>
{
    private const long MiB = 1 << 20;
    private const string Mine = "signage/gate/up";

    private static readonly double Seconds =
        double.Parse(Environment.GetEnvironmentVariable("SIGNAGE_ATTACK_SECONDS") ?? "1", CultureInfo.InvariantCulture);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private static readonly byte[] Zeros = new byte[MiB];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ChildBroker Broker => place.Broker;

    [Fact]
    public Task Oversize_WhenManyAnnounce256MiBAndSendIt_IsCutAtOnce() =>
        AttackAsync(BrokerRefusal.ConnectTooLarge, 64, client => PourAsync(client, [0x10, 0xFF, 0xFF, 0xFF, 0x7F]));

    [Fact]
    public Task Oversize_WhenManyAnnounceAMessageOf200KiBAndSendIt_IsCutAtOnce() =>
        AttackAsync(BrokerRefusal.PacketTooLarge, 64, client => PourAsync(client, RawPackets.Announce(0x30, 200 * 1024)), enters: true);

    /// <summary>As much as a stranger may send, but for the last byte.</summary>
    [Fact]
    public Task Slow_WhenManyHoldAnUnfinishedConnect_IsBoundedAndEnds() => AttackAsync(
        BrokerRefusal.ConnectTooLate, 200, client => HoldAsync(client, [.. RawPackets.Announce(0x10, 8189), .. Zeros[..8188]]), rounds: 1);

    /// <summary>As much as a client may send, but for the last byte.</summary>
    [Fact]
    public Task Slow_WhenManyHoldAnUnfinishedMessage_IsBoundedAndEnds() => AttackAsync(
        BrokerRefusal.PacketTooSlow, 180, client => HoldAsync(client, [.. RawPackets.Announce(0x30, 65_532), .. Zeros[..65_531]]), enters: true, rounds: 1);

    [Fact]
    public Task Flood_WhenManyPingAndNeverListen_StopsReadingThem()
    {
        byte[] pings = [.. Enumerable.Range(0, 4096).SelectMany(_ => RawPackets.Ping)];
        return AttackAsync(BrokerRefusal.DoesNotRead, 16, client => RepeatAsync(client, pings), enters: true, mustCount: false);
    }

    [Fact]
    public Task Flood_WhenManyPublishWithoutTheRight_IsBounded()
    {
        byte[] messages = [.. Enumerable.Range(0, 64).SelectMany(_ => RawPackets.Publish("signage/lamp/up", quality: 1, payload: Zeros[..1000]))];
        return AttackAsync(BrokerRefusal.MayNotPublish, 16, client => RepeatAsync(client, messages), enters: true);
    }

    [Fact]
    public Task Flood_WhenManyPublishWithTheRight_IsBounded()
    {
        byte[] messages = [.. Enumerable.Range(0, 16).SelectMany(_ => RawPackets.Publish(Mine, quality: 1, payload: Zeros[..16_000]))];
        return AttackAsync(BrokerRefusal.DoesNotRead, 16, client => RepeatAsync(client, messages), enters: true, mustCount: false);
    }

    [Fact]
    public Task Flood_WhenManyGuessPasswords_IsBounded() =>
        AttackAsync(BrokerRefusal.TooManyAttempts, 16, client => PourAsync(client, RawPackets.Connect(name: "nobody", password: "guess")));

    /// <summary>Messages that the site sends and the gateway never reads.</summary>
    [Fact]
    public Task Flood_WhenAGatewayDoesNotReadWhatIsSentToIt_IsCut()
    {
        byte[] messages = [.. Enumerable.Range(0, 16).SelectMany(_ => RawPackets.Publish("signage/gate/down", quality: 0, payload: Zeros[..16_000]))];
        return AttackAsync(BrokerRefusal.DoesNotAcknowledge, 8, async client =>
        {
            // It belongs to the attack: where the door is closed to all of them for a moment, it too comes again.
            using var deaf = await RawClient.DialAsync(Broker.Endpoint, Token);
            await deaf.SayAsync(RawPackets.Connect(id: $"gate/{Guid.NewGuid():N}"), Token);
            if (await deaf.ConnectAnswerAsync(Token) != 0)
            {
                return;
            }

            await deaf.SayAsync(RawPackets.Subscribe("signage/gate/down"), Token);
            await RepeatAsync(client, messages);
        }, connect: () => RawPackets.Connect("signage", "site", $"signage/{Guid.NewGuid():N}"), enters: true);
    }

    private static async Task PourAsync(RawClient client, byte[] start)
    {
        await client.SayAsync(start, Token);
        await client.SayAsync(Zeros, Token);
    }

    private static async Task HoldAsync(RawClient client, byte[] start)
    {
        await client.SayAsync(start, Token);
        await client.ClosedAsync(Token);
    }

    /// <summary>Until the time is over or the broker has closed. A broker that stops reading is left after the time as well.</summary>
    private static async Task RepeatAsync(RawClient client, byte[] bytes)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(Seconds));
        try
        {
            while (await client.SayAsync(bytes, end.Token))
            {
                await Task.Yield();
            }
        }
        catch (OperationCanceledException)
        {
            // Time is over.
        }
    }

    private async Task AttackAsync(
        BrokerRefusal refusal, int sockets, Func<RawClient, Task> attack, bool enters = false, bool mustCount = true, int rounds = int.MaxValue, Func<byte[]>? connect = null)
    {
        await OnceAsync(0);
        await Broker.MeasureAsync(Token);
        var before = await Broker.MeasureAsync(Token);
        var started = TimeProvider.System.GetTimestamp();
        var attackers = Task.WhenAll(Enumerable.Range(0, sockets).Select(AttackerAsync));
        var talks = 0;
        var looked = started;
        var during = before;
        while (!attackers.IsCompleted)
        {
            await place.TalkAsync();
            talks++;
            if (TimeProvider.System.GetElapsedTime(looked) > Look)
            {
                looked = TimeProvider.System.GetTimestamp();
                during = Larger(during, await Broker.MeasureAsync(Token));
            }
        }

        await attackers;
        var after = await Broker.MeasureAsync(Token);
        during = Larger(during, after);
        var counted = await Broker.CountAsync(refusal, Token);
        output.WriteLine($"before: {before}");
        output.WriteLine($"most:   {during}");
        output.WriteLine($"after:  {after}; {refusal} {counted} times, {talks} talks with the panel");
        Assert.True(!mustCount || counted > 0, $"{refusal} was never counted");
        Assert.InRange(during.Heap - before.Heap, long.MinValue, 20 * MiB);
        Assert.InRange(during.Peak - before.Set, long.MinValue, 64 * MiB);
        Assert.InRange(talks, 1, int.MaxValue);

        async Task AttackerAsync(int number)
        {
            await Task.Yield();
            for (var round = 0; round < rounds && TimeProvider.System.GetElapsedTime(started).TotalSeconds < Seconds;)
            {
                round += await OnceAsync(number) ? 1 : 0;
            }
        }

        async Task<bool> OnceAsync(int number)
        {
            // The attackers come from addresses of their own, as they would.
            using var client = await RawClient.DialAsync(Broker.Endpoint, Token, $"127.0.1.{1 + (number % 4)}");
            if (enters)
            {
                await client.SayAsync(connect?.Invoke() ?? RawPackets.Connect(id: $"gate/{Guid.NewGuid():N}"), Token);
                if (await client.ConnectAnswerAsync(Token) != 0)
                {
                    return false;
                }
            }

            await attack(client);
            return true;
        }
    }

    private static Footprint Larger(Footprint one, Footprint two) =>
        new(Math.Max(one.Heap, two.Heap), Math.Max(one.Set, two.Set), Math.Max(one.Peak, two.Peak));

    /// <summary>The broker, and a site and a panel that have nothing to do with all this.</summary>
    public sealed class Place : IAsyncLifetime
    {
        private MqttCard _card = null!;
        private IByteLink _link = null!;

        internal ChildBroker Broker { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Assert.SkipUnless(OperatingSystem.IsLinux(), "measures by /proc");
            Broker = await ChildBroker.StartAsync(Token);
            _card = await MqttCard.DialAsync(At("lamp:lamp"), Token);
            _link = await new MqttTransport(TimeProvider.System).OpenWireAsync(At("signage:site"), Token);
            for (var warm = 0; warm < 500; warm++)
            {
                await TalkAsync();
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _link.DisposeAsync();
            await _card.DisposeAsync();
            await Broker.DisposeAsync();
        }

        internal async Task TalkAsync()
        {
            await _link.SendAsync(new byte[] { 5 }, Token);
            await _card.HearAsync(Token);
            await _card.AnswerAsync([6], Token);
            var read = await _link.Input.ReadAsync(Token);
            Assert.False(read.IsCompleted, _link.WhyClosed);
            _link.Input.AdvanceTo(read.Buffer.End);
        }

        private Uri At(string login) => new($"mqtt://{login}@127.0.0.1:{Broker.Endpoint.Port}/signage/lamp");
    }
}
