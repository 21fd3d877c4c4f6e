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
        await UntilAsync(test, () => test.Board.Find(test.Panel.Id)?.Trouble is not null);
        Assert.Contains("scripted failure of the stream", test.State.Trouble, StringComparison.Ordinal);
        Assert.Null(test.State.Truth.Sent);

        await UntilAsync(test, () => test.State is { IsSent: true, Trouble: null });
        await UntilAsync(test, () => test.Adapter.Frames > 3);
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

    // Time goes on until it is so: how far the worker comes in a step is the machine's affair.
    private static async Task UntilAsync(WorkerOnLoopback test, Func<bool> wish)
    {
        while (!wish())
        {
            await test.LiveAsync(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(100));
        }
    }

    private static DeviceProfile Streams(DeviceProfile profile) =>
        profile with { Delivery = [DeliveryKind.Frames], Frames = new FramePacing(10, 500, EvidenceLevel.Unproven) };
}
