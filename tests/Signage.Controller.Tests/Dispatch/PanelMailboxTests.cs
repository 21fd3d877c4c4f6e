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
        mailbox.Post(new PanelOrder(shows.Show("charity-01"), null));
        var newer = new PanelOrder(shows.Show("charity-02"), 40);
        mailbox.Post(newer);
        Assert.Same(newer, mailbox.TryTake());
        Assert.Null(mailbox.TryTake());
    }

    [Fact]
    public async Task Wait_WhenSomethingWasPosted_EndsAtOnceAndOnce()
    {
        await using var shows = new WorkerOnLoopback();
        var mailbox = new PanelMailbox();
        mailbox.Post(new PanelOrder(shows.Show("charity-01"), null));
        mailbox.Ring();
        var time = new FakeTimeProvider();
        Assert.True(await mailbox.WaitAsync(TimeSpan.FromSeconds(60), time, TestContext.Current.CancellationToken));
        var second = mailbox.WaitAsync(TimeSpan.FromSeconds(60), time, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(60));
        Assert.False(await second);
    }

    [Fact]
    public async Task Wait_WhenStopped_Throws()
    {
        using var stop = new CancellationTokenSource();
        var waiting = new PanelMailbox().WaitAsync(TimeSpan.FromSeconds(60), new FakeTimeProvider(), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
