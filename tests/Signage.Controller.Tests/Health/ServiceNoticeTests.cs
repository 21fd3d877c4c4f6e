using Signage.Controller.Hosting;
using Signage.Testing.Clocks;

namespace Signage.Controller.Tests.Health;

/// <summary>What a whole site tells the manager of its service: that it is up, that it lives, and nothing any more once a part of it hangs.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class ServiceNoticeTests
{
    private const string Ready = "READY=1";
    private const int MostBeats = 100;
    private const string Alive = "WATCHDOG=1";
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Site_WhenItIsUp_SaysOnceThatItIsReadyAndThenThatItLives()
    {
        using var manager = new NoticeSocket();
        await using var rig = new StubbornSite();
        await rig.StartAsync(Token);
        Assert.Equal([Ready], await manager.TakeAsync(Token));

        for (var beat = 0; beat < 5; beat++)
        {
            rig.Line.Advance(Beat);
            Assert.Equal(Alive, await manager.NextAsync(Token));
        }

        Assert.Empty(await manager.TakeAsync(Token));
    }

    [Fact]
    public async Task Site_WhenItCannotStart_NeverSaysThatItIsReady()
    {
        using var manager = new NoticeSocket();
        await using var rig = new StubbornSite();
        await Assert.ThrowsAsync<SiteStartException>(() => rig.StartAsync(Token, settings => settings with { TimeZone = "Nowhere/AtAll" }));
        Assert.Empty(await manager.TakeAsync(Token));
    }

    [Fact]
    public async Task Site_WhenAPartHangs_StopsSayingThatItLivesWithin30Seconds()
    {
        using var manager = new NoticeSocket();
        await using var rig = new StubbornSite();
        await rig.StartAsync(Token);
        Assert.Equal(Ready, await manager.NextAsync(Token));
        rig.HangsFromNowOn = true;

        // The worker gets its turn after each step: whoever merely never gets one looks hung as well.
        var words = 0;
        while (!rig.HasBegunToHang)
        {
            await PoolRest.GiveWayAsync(Turn);
            rig.Line.Advance(Beat);
            Assert.Equal(Alive, await manager.NextAsync(Token));
            Assert.True(++words < MostBeats, "nothing hangs");
        }

        Assert.True(words > 0, "it lived before");

        // Each step brings one more word, or the end of the watch.
        for (rig.Line.Advance(Beat); await WordAsync(rig, manager) is { } word; rig.Line.Advance(Beat))
        {
            Assert.Equal(Alive, word);
            Assert.True(rig.HungFor < Promised, "it still says that it lives");
        }

        Assert.InRange(rig.HungFor, TimeSpan.Zero, Promised);

        // The parts that do not hang end as well, and nobody says a word meanwhile.
        await rig.EndedAsync(Token);
        Assert.Empty(await manager.TakeAsync(Token));
    }

    private static async Task<string?> WordAsync(StubbornSite rig, NoticeSocket manager)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var word = manager.NextAsync(stop.Token);
        await StubbornSite.UntilAsync(() => word.IsCompleted || rig.SaysThatItHangs, Token);
        if (word.IsCompletedSuccessfully)
        {
            return await word;
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => word);
        return null;
    }
}
