using System.Globalization;
using Signage.Protocols.Dialogues;
using Signage.Transports.Broker;
using Signage.Transports.Mqtt;
using Signage.Transports.Pumping;
using Signage.Transports.Tests.Broker;
using Signage.Transports.Tests.Pumping;

namespace Signage.Transports.Tests.Mqtt;

/// <summary>
/// A line that loses its link again and again: every client of the library has to be gone before the next one comes. SIGNAGE_RECONNECTS says
/// how often, 100 times without it.
/// </summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class MqttReconnectTests(ITestOutputHelper output)
{
    private const double Room = 1.05;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Line_WhenItReconnectsOften_HoldsNoMoreThanBefore()
    {
        var times = int.Parse(Environment.GetEnvironmentVariable("SIGNAGE_RECONNECTS") ?? "100", CultureInfo.InvariantCulture);
        var options = BrokerSite.Options with { Limits = BrokerSite.Options.Limits with { TakeoverPause = TimeSpan.Zero } };
        await using var site = await BrokerSite.StartAsync(options, Token);
        await using var card = await MqttCard.DialAsync(At(site, "gate:gate"), Token);
        await using var line = new PanelLine(At(site, "signage:site"), new MqttTransport(TimeProvider.System), new DialoguePump(TimeProvider.System));
        for (var warm = 0; warm < 50; warm++)
        {
            await OnceAsync(site, line, card);
        }

        var before = await MeasureAsync(site);
        for (var time = 0; time < times; time++)
        {
            await OnceAsync(site, line, card);
        }

        var after = await MeasureAsync(site);
        output.WriteLine($"{times} reconnects: handles {before.Handles} -> {after.Handles}, heap {before.Heap:N0} -> {after.Heap:N0} bytes");
        Assert.InRange(after.Handles, 0, before.Handles * Room);
        Assert.InRange(after.Heap, 0, before.Heap * Room);
    }

    /// <summary>One dialogue, and then one that its caller gives up in the middle, which costs the link.</summary>
    private static async Task OnceAsync(BrokerSite site, PanelLine line, MqttCard card)
    {
        var asking = line.AskAsync(new ScriptedDialogue(), Token);
        await card.HearAsync(Token);
        await card.AnswerAsync([6], Token);
        Assert.Equal(PanelOutcome.Accepted, (await asking).Outcome);
        using var caller = new CancellationTokenSource();
        var givingUp = line.AskAsync(new ScriptedDialogue(), caller.Token);
        await card.HearAsync(Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givingUp);
        Assert.InRange(site.Broker.Counters.Open, 3, 5);
    }

    private static async Task<(int Handles, long Heap)> MeasureAsync(BrokerSite site)
    {
        // The last client says goodbye on a thread of the broker.
        await site.CountersAsync(counters => counters is { Open: 3, Strangers: 0 }, Token);

        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return (Descriptors.Count(), GC.GetTotalMemory(forceFullCollection: true));
    }

    private static Uri At(BrokerSite site, string login) => new($"mqtt://{login}@127.0.0.1:{site.Broker.Endpoint.Port}/signage/gate");
}
