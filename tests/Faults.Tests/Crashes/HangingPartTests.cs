using System.Globalization;
using Faults.Tests.Rig;
using Signage.Core.Planning;

namespace Faults.Tests.Crashes;

/// <summary>F05: a worker hangs without throwing. It is seen within 30 seconds, the site ends so that it can be started again, and the next one puts things right.</summary>
/// <remarks>Nothing is drawn by lot: the hang is named and line time stepped. The numbers of the two rigs only stand in the messages; more seeds would be the same hang again.</remarks>
public sealed class HangingPartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F05_WorkerHangs_TheSiteEndsWithinThirtySecondsAndTheNextOneShowsWhatItShould()
    {
        await using var rig = new SiteRig(5) { Watches = true, Slots = [SlotText.Base("charity-09")] };
        var gate = rig.AddPanel("gate", "160x16x1");
        rig.AddPanel("hall", "128x16x1");
        await rig.StartAsync();
        await rig.ConvergedAsync();
        using var never = new ManualResetEventSlim();
        var hangs = false;
        rig.Adapter.Beginning = (_, face) =>
        {
            if (face == gate.Panel.Face)
            {
                Volatile.Write(ref hangs, true);
                never.Wait(Token);
            }
        };
        await rig.AddSlotAsync(SlotText.Hours("late", "charity-05", 8, 12) with { Priority = Priority.Urgent });
        await rig.UntilAsync(() => Volatile.Read(ref hangs), "the worker hangs");
        var began = rig.Line.GetTimestamp();
        await rig.UntilAsync(() => rig.Console.Complaints.Any(line => line.Contains("panel gate hangs", StringComparison.Ordinal)), "somebody notices");
        Assert.InRange(rig.Line.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(30));

        // The hang does not keep the site from ending; what it leaves behind ends with the process.
        await Assert.ThrowsAsync<TimeoutException>(() => rig.UntilAsync(() => false, "the site ends"));
        var stopping = rig.StopAsync();
        using (var real = new PeriodicTimer(TimeSpan.FromMilliseconds(10), TimeProvider.System))
        {
            while (!stopping.IsCompleted && await real.WaitForNextTickAsync(Token))
            {
                rig.FakeLine!.Advance(TimeSpan.FromSeconds(1));
            }
        }

        await stopping;
        rig.Adapter.Beginning = null;
        never.Set();
        await rig.StartAsync();
        await rig.ConvergedAsync();
        await rig.CheckAsync();
    }

    [Fact]
    public async Task F05_ManyPanelsOnOneSilentLine_AreNoHang()
    {
        await using var rig = new SiteRig(6) { Watches = true, Slots = [SlotText.Base("charity-09")] };
        var bus = rig.AddBus("bus", [.. Enumerable.Range(1, 16).Select(number => (
            $"p{number:00}", $"{32 + (8 * number)}x16x1", (string?)number.ToString("X4", CultureInfo.InvariantCulture)))]);
        bus[0].Wire.IsDeaf = true;
        foreach (var panel in bus)
        {
            panel.IsLost = true;
        }

        await rig.StartAsync();
        var began = rig.Line.GetTimestamp();
        await rig.UntilAsync(() => rig.Line.GetElapsedTime(began) >= TimeSpan.FromMinutes(3), "three minutes pass", TimeSpan.FromMilliseconds(100));
        Assert.DoesNotContain(rig.Console.Complaints, line => line.Contains("hangs", StringComparison.Ordinal));

        bus[0].Wire.IsDeaf = false;
        foreach (var panel in bus)
        {
            panel.IsLost = false;
        }

        await rig.ConvergedAsync();
        await rig.CheckAsync();
    }
}
