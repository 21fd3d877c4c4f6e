using System.Collections.Concurrent;
using Signage.Controller.Dispatch;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>A bug in painting or drawing costs the stream a pause, not the panel its worker.</summary>
public sealed class StreamFailureTests
{
    [Fact]
    public async Task Stream_WhenTheSecondPictureThrows_IsToldAndBegunAnew()
    {
        await using var test = new WorkerOnLoopback(change: Streams);
        test.Adapter.ThrowsAtFrame = 2;
        test.Want("charity-01");
        var told = new ConcurrentQueue<PanelState>();
        using var listening = test.Board.OnChange(() => told.Enqueue(test.State));
        await test.LiveAsync(TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(100));
        var broken = told.First(state => state.Trouble is not null);
        Assert.Contains("scripted failure of the stream", broken.Trouble, StringComparison.Ordinal);
        Assert.Null(broken.Truth.Sent);
        Assert.True(test.State.IsSent);
        Assert.Null(test.State.Trouble);
        Assert.True(test.Adapter.Frames > 3);
    }

    [Fact]
    public async Task Stream_WhenEveryPictureButTheFirstThrows_IsBegunLessAndLessOften()
    {
        await using var test = new WorkerOnLoopback(change: Streams);
        test.Adapter.ThrowsAtFrame = -2;
        test.Want("charity-01");
        await test.LiveAsync(TimeSpan.FromMinutes(5), TimeSpan.FromMilliseconds(500));
        Assert.InRange(test.Adapter.Frames, 6, 80);
    }

    private static DeviceProfile Streams(DeviceProfile profile) =>
        profile with { Delivery = [DeliveryKind.Frames], Frames = new FramePacing(10, 500, EvidenceLevel.Unproven) };
}
