using Faults.Tests.Rig;
using Signage.Simulator.Hosts;
using Signage.Testing.Invariants;
using Signage.Testing.Terminals;

namespace Faults.Tests.Panels;

/// <summary>Group D on real serial devices, made of pseudo-terminals.</summary>
public sealed class SerialFaultTests
{
    public static TheoryData<int> Seed => [.. Seeds.Of(3)];

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F37_AdapterIsPulledOutDuringAFrame_IsNoticedAndTheOtherPanelIsUnaffected(int seed)
    {
        await using var rig = Rig(seed);
        var gate = await rig.AddHostedAsync("gate", "160x16x1", new Uri($"pty:{rig.Folder}/panel?baud=9600"));
        var hall = rig.AddPanel("hall", "128x16x1");
        await rig.StartAsync();
        await rig.ConvergedAsync();
        var before = Sent(rig, gate);
        gate.IsLost = true;
        await rig.AddSlotAsync(SlotText.Hours("noon", "charity-05", 8, 12));

        // At 9600 baud a frame is on its way for most of half a second.
        await rig.UntilAsync(() => Sent(rig, gate) > before, "a frame is on its way");
        await gate.Host!.DisposeAsync();
        var began = rig.Line.GetTimestamp();
        await rig.UntilAsync(() => rig.State(gate).Reached == false, "the site notices");
        Assert.True(rig.Line.GetElapsedTime(began) < TimeSpan.FromSeconds(10), $"seed {seed}: noticed after {rig.Line.GetElapsedTime(began)}");
        Assert.Contains("is the cable plugged in?", rig.State(gate).Trouble, StringComparison.Ordinal);
        Assert.Null(rig.State(gate).Truth.Sent);
        await rig.ConvergedAsync();
        Assert.True(rig.State(hall).IsSent, $"seed {seed}: the other panel suffers");
        gate.Host = null;
        await rig.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F38_AdapterComesBackUnderAnotherName_IsFoundByItsStableNameAndTheShowIsSentAgain(int seed)
    {
        await using var rig = Rig(seed);
        var listen = new Uri($"pty:{rig.Folder}/panel?baud=57600");
        var gate = await rig.AddHostedAsync("gate", "160x16x1", listen);
        rig.AddPanel("hall", "128x16x1");
        await rig.StartAsync();
        await rig.ConvergedAsync();
        var was = File.ResolveLinkTarget(Path.Combine(rig.Folder, "panel"), returnFinalTarget: true)!.FullName;
        await gate.Host!.DisposeAsync();
        gate.Host = null;
        await rig.UntilAsync(() => rig.State(gate).Reached == false, "the site notices");
        await rig.PassAsync(Seeds.IsLong && seed == 1 ? TimeSpan.FromSeconds(30) : TimeSpan.FromSeconds(1));

        // Somebody else's adapter takes the old name; ours lost its picture and power with it.
        using var others = OtherDevices.Taking(was);
        gate.Card.PowerCycle();
        gate.Host = await PanelHosts.StartAsync(listen, gate.Card, TimeProvider.System, TestContext.Current.CancellationToken);
        await rig.ConvergedAsync();
        var tested = await rig.VerbAsync("panel.test", ("panel", "gate"));
        Assert.True((bool)tested["ok"]! && (bool)tested["fits"]!, $"seed {seed}: {tested.ToJsonString()}");
        await rig.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F40_PanelStopsReading_EveryWriteEndsAndNothingIsLeftBehind(int seed)
    {
        await using var rig = new SiteRig(seed) { Slots = [SlotText.Base("charity-09")] };
        using var stuck = new PtyPair();
        var gate = rig.AddElsewhere("gate", "160x16x1", stuck.Endpoint);
        var hall = rig.AddPanel("hall", "128x16x1");
        await rig.StartAsync();
        await rig.ConvergedAsync();
        await rig.UntilAsync(
            () => rig.State(gate).Trouble?.Contains("takes no more bytes", StringComparison.Ordinal) == true, "the line is full", TimeSpan.FromSeconds(4));
        await AttemptsAsync(rig, rig.History.Events.OfType<AttemptBegan>().Count(began => began.Panel == "gate") + (Seeds.IsLong && seed == 1 ? 1000 : 5));
        Assert.True(rig.State(hall).IsSent, $"seed {seed}: the other panel suffers");
        await rig.CheckAsync();

        // A port that hangs while it is closed holds its thread and its descriptor.
        await rig.UntilAsync(() => Descriptors(stuck) == 0, "every port is closed");
    }

    private static int Descriptors(PtyPair device) => Directory.EnumerateFiles("/proc/self/fd").Count(file =>
    {
        try
        {
            return File.ResolveLinkTarget(file, returnFinalTarget: false)?.FullName == device.Endpoint.AbsolutePath;
        }
        catch (IOException)
        {
            return false;   // closed meanwhile
        }
    });

    private static SiteRig Rig(int seed) => new(seed, realLine: true) { Slots = [SlotText.Base("charity-09")] };

    private static int Sent(SiteRig rig, RigPanel panel) => rig.History.Events.OfType<PacketSent>().Count(packet => packet.Panel == panel.Id && packet.Show is not null);

    private static Task AttemptsAsync(SiteRig rig, int count) => rig.UntilAsync(
        () => rig.History.Events.OfType<AttemptBegan>().Count(began => began.Panel == "gate") >= count, $"{count} attempts were made", TimeSpan.FromSeconds(4));

    /// <summary>A pseudo-terminal that only holds a name.</summary>
    private sealed class OtherDevices : IDisposable
    {
        private readonly List<PtyPair> _terminals = [];

        /// <summary>Opens terminals until the name is taken, by one of them or, on a busy machine, by that of another program.</summary>
        public static OtherDevices Taking(string path)
        {
            var others = new OtherDevices();
            while (!File.Exists(path))
            {
                others._terminals.Add(new PtyPair());
                Assert.InRange(others._terminals.Count, 1, 64);
            }

            return others;
        }

        public void Dispose() => _terminals.ForEach(terminal => terminal.Dispose());
    }
}
