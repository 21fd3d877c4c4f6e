using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Dispatch;

namespace Signage.Controller.Tests.Dispatch;

public sealed class PanelMailboxTests
{
    [Fact]
    public async Task Mailbox_WhenANewerShowComes_DropsTheOneNotTaken()
    {
        await using var shows = new WorkerOnLoopback();
        var mailbox = new PanelMailbox();
        mailbox.Post(shows.Show("charity-01"));
        var newer = shows.Show("charity-02");
        mailbox.Post(newer);
        Assert.Same(newer, await mailbox.TakeAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Mailbox_WhenTaken_IsEmpty()
    {
        await using var shows = new WorkerOnLoopback();
        var mailbox = new PanelMailbox();
        mailbox.Post(shows.Show("charity-01"));
        await mailbox.TakeAsync(TestContext.Current.CancellationToken);
        var time = new FakeTimeProvider();
        var next = mailbox.TakeNewerAsync(TimeSpan.FromSeconds(60), time, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(60));
        Assert.Null(await next);
    }

    [Fact]
    public async Task TakeNewer_WhenStopped_Throws()
    {
        using var stop = new CancellationTokenSource();
        var waiting = new PanelMailbox().TakeNewerAsync(TimeSpan.FromSeconds(60), new FakeTimeProvider(), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
