using Signage.Core.Frames;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>A card that takes everything and shows something else is not sent the same for ever: each time may wear its storage.</summary>
public sealed class PanelWorkerDoubtTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    // The first is the show itself; what comes after it comes after ever longer pauses.
    private const int Handful = 8;

    [Fact]
    public async Task Show_WhenThePixelsAreAlwaysWrong_IsSentAHandfulOfTimesInTenMinutes()
    {
        await using var test = new WorkerOnLoopback(heartbeatSeconds: 5, change: ReadsBack);
        test.Adapter.TakesAll = true;
        test.Adapter.Pong = () => new DialogueStep.Done(PanelOutcome.Accepted);
        test.Adapter.Pixels = () => new DialogueStep.Done(
            PanelOutcome.Accepted, new PanelReading([]) { Pixels = PixelFrame.Dark(test.Panel.Face.Size, test.Panel.Face.Layout) });
        test.Want("charity-01");
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromMinutes(10), Step);
        Assert.InRange(test.Adapter.Loads, 2, Handful);
    }

    [Fact]
    public async Task Show_WhenTheCardAlwaysReportsAnother_IsSentAHandfulOfTimesInTenMinutes()
    {
        await using var test = new WorkerOnLoopback(heartbeatSeconds: 5);
        test.Adapter.TakesAll = true;
        test.Adapter.Pong = () => new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { PlaysOurs = false });
        test.Want("charity-01");
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromMinutes(10), Step);
        Assert.InRange(test.Adapter.Loads, 2, Handful);
    }

    [Fact]
    public async Task Show_WhenThePictureIsAlwaysGarbled_IsSentAHandfulOfTimesInTenMinutes()
    {
        await using var test = new WorkerOnLoopback(heartbeatSeconds: 5, change: ReadsBack);
        test.Adapter.TakesAll = true;
        test.Adapter.Pong = () => new DialogueStep.Done(PanelOutcome.Accepted);
        test.Adapter.Pixels = () => new DialogueStep.Done(PanelOutcome.Garbled, Detail: "no picture");
        test.Want("charity-01");
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromMinutes(10), Step);
        Assert.InRange(test.Adapter.Loads, 1, Handful);
    }

    private static DeviceProfile ReadsBack(DeviceProfile profile) => profile with { ReadBack = new ReadBackRules(10, 0, 0, 20) };
}
