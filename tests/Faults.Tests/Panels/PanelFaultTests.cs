using Faults.Tests.Rig;
using Signage.Protocols.Noise;
using Signage.Simulator.Faults;
using Signage.Testing.Invariants;

namespace Faults.Tests.Panels;

/// <summary>Group D: what cards and cables do wrong, on wires inside this process, line time as fast as the machine.</summary>
public sealed class PanelFaultTests
{
    private static readonly TimeSpan Stride = TimeSpan.FromSeconds(5);

    public static TheoryData<int> Seed => [.. Seeds.Of(3)];

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F39_PanelSilentForAMinute_IsMarkedLostAskedWithPausesAndServedAgain(int seed)
    {
        await using var rig = await StartAsync(seed);
        var (gate, hall) = (rig.Panels[0], rig.Panels[1]);
        await rig.ConvergedAsync();
        gate.Wire.IsDeaf = true;
        gate.IsLost = true;
        await rig.UntilAsync(() => rig.State(gate).Reached == false, "the silent panel is marked lost");
        Assert.NotNull(rig.State(gate).Trouble);
        Assert.Null(rig.State(gate).Truth.Sent);
        var before = gate.Wire.Opened;
        await rig.AddSlotAsync(SlotText.Hours("noon", "charity-05", 8, 12));
        await rig.ConvergedAsync();
        await rig.PassAsync(TimeSpan.FromSeconds(60));

        // Three questions each time, a growing pause after each: a minute has room for a few, not for dozens.
        Assert.InRange(gate.Wire.Opened - before, 1, 40);
        Assert.True(rig.State(hall).IsSent, $"seed {seed}: the other panel suffers");
        (gate.Wire.IsDeaf, gate.IsLost) = (false, false);
        await rig.ConvergedAsync();
        await rig.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F41_BitsFlipBothWays_NothingSpoiledIsLatched(int seed)
    {
        foreach (var flip in new[] { 1e-4, 1e-3, 3e-3 })
        {
            await using var rig = await StartAsync(seed);
            rig.Panels[0].Wire.Spoil(seed, new FaultRates(Flip: flip));
            await DayAsync(rig);
            rig.Panels[0].Wire.Heal();
            await rig.ConvergedAsync();
            await rig.CheckAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F41_BitsFlipRarely_HalfOfThePagesArriveAtOnce(int seed)
    {
        await using var rig = await StartAsync(seed);
        rig.Panels[0].Wire.Spoil(seed, new FaultRates(Flip: 1e-4));
        await rig.ConvergedAsync();
        for (var slot = 0; slot < 10; slot++)
        {
            await rig.AddSlotAsync(SlotText.Hours($"s{slot}", $"charity-{1 + slot:00}", 8, 20) with { Priority = slot % 2 == 0 ? Signage.Core.Planning.Priority.Urgent : Signage.Core.Planning.Priority.Emergency });
            await rig.ConvergedAsync();
        }

        var sent = rig.History.Events.OfType<PacketSent>().Count(packet => packet.Panel == "gate" && packet.Show is not null);
        var taken = rig.History.Events.OfType<CardTook>().Count(took => took.Panel == "gate");
        Assert.True(taken * 2 >= sent, $"seed {seed}: {taken} of {sent} pages arrived");
        await rig.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F42_BytesAreLostInsertedAndDoubled_TheNextGoodExchangeIsUnderstood(int seed)
    {
        foreach (var rates in new[] { new FaultRates(Drop: 1e-3), new FaultRates(Insert: 1e-3), new FaultRates(Duplicate: 1e-3), new FaultRates(Drop: 1e-3, Insert: 1e-3, Duplicate: 1e-3) })
        {
            await using var rig = await StartAsync(seed);
            rig.Panels[0].Wire.Spoil(seed, rates);
            await DayAsync(rig);
            rig.Panels[0].Wire.Heal();
            await rig.ConvergedAsync();
            await rig.CheckAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F43_PanelRestartsWithFactoryWords_TheShowComesBackWithinTwoRefreshes(int seed)
    {
        var random = new Random(seed);
        await using var rig = Rig(seed);
        var gate = rig.AddPanel("gate", "160x16x1", new FaultPlan(seed, Packets: [new PacketFault(FaultKind.Reboot, From: 3 + random.Next(4), Every: 7, Times: 2)]), factoryWords: true);
        rig.AddPanel("hall", "128x16x1");
        await rig.StartAsync();
        await rig.UntilAsync(() => rig.History.Events.OfType<CardForgot>().Count() >= 2, "the card restarted twice", TimeSpan.FromSeconds(2));
        await rig.UntilAsync(() => gate.Card.Read().Digest == rig.Expected(gate).Digest, "the factory words are gone");
        gate.Card.PowerCycle();
        Assert.Equal(rig.Oracle.Foreign(gate.Panel).Digest, gate.Card.Read().Digest);
        var began = rig.Line.GetTimestamp();
        await rig.UntilAsync(() => gate.Card.Read().Digest == rig.Expected(gate).Digest, "the factory words are gone again");
        Assert.InRange(rig.Line.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(125));
        await rig.ConvergedAsync();
        await rig.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F46_OneFrameOfFiveIsRefused_EveryShowArrivesInTheEnd(int seed)
    {
        await using var rig = Rig(seed);
        var gate = rig.AddPanel("gate", "160x16x1", new FaultPlan(seed, Packets: [new PacketFault(FaultKind.Refuse, From: 1 + (seed % 5), Every: 5)]));
        rig.AddPanel("hall", "128x16x1");
        await rig.StartAsync();
        await DayAsync(rig);
        Assert.True(gate.Card.Read().PacketsRefused > 0, $"seed {seed}: nothing was ever refused");
        await rig.CheckAsync();
    }

    /// <summary>A site with two panels, one of them for the test to spoil.</summary>
    private static async Task<SiteRig> StartAsync(int seed)
    {
        var rig = Rig(seed);
        rig.AddPanel("gate", "160x16x1");
        rig.AddPanel("hall", "128x16x1");
        await rig.StartAsync();
        return rig;
    }

    private static SiteRig Rig(int seed) => new(seed)
    {
        Slots = [SlotText.Base("charity-09"), SlotText.Hours("one", "charity-01", 9, 10), SlotText.Hours("two", "charity-02", 10, 11)],
    };

    /// <summary>Lets the slots of the morning come and go.</summary>
    private static async Task DayAsync(SiteRig rig)
    {
        foreach (var hour in new[] { 0.5, 1.5, 2.5 })
        {
            await rig.SetClockAsync(SiteRig.Morning.AddHours(hour));
            await rig.ConvergedAsync(Stride);
        }
    }
}
