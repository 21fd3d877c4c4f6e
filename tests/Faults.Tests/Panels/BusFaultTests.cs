using System.Globalization;
using Faults.Tests.Rig;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Testing.Invariants;

namespace Faults.Tests.Panels;

/// <summary>Group D on one pair of wires: two cards with one address, answers of the wrong card, the echo of one's own words.</summary>
public sealed class BusFaultTests
{
    public static TheoryData<int> Seed => [.. Seeds.Of(3)];

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F44_TwoPanelsWithOneAddress_NeitherIsSentAnythingUntilItIsResolved(int seed)
    {
        // They came with a file, so nobody asked when they were enrolled.
        await using var rig = Rig(seed);
        var twins = rig.AddBus("bus", ("east", "160x16x1", "0100"), ("west", "128x16x1", "0100"));
        var hall = rig.AddPanel("hall", "96x16x1");
        rig.AddBus("spare");
        foreach (var twin in twins)
        {
            twin.IsLost = true;
        }

        await rig.StartAsync();
        await rig.ConvergedAsync();
        await rig.PassAsync(TimeSpan.FromSeconds(70));
        Assert.All(twins, twin => Assert.DoesNotContain(rig.History.Events.OfType<PacketSent>(), packet => packet.Panel == twin.Id && packet.Show is not null));
        Assert.All(twins, twin => Assert.Contains("each would overwrite the other", rig.State(twin).Trouble, StringComparison.Ordinal));
        Assert.True(rig.State(hall).IsSent, $"seed {seed}: the other panel suffers");

        // A panel whose id happens to stand in the words of the complaint has nothing to do with it.
        var innocent = await rig.AddPanelVerbAsync("one", "64x16x1", "card:spare");
        Assert.True((bool)innocent["ok"]!, innocent.ToJsonString());
        await rig.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F44_SecondPanelAtATakenAddress_IsNotEnrolled(int seed)
    {
        await using var rig = Rig(seed);
        rig.AddBus("bus", ("east", "160x16x1", "0100"), ("west", "128x16x1", "0200"));
        await rig.StartAsync();
        await rig.ConvergedAsync();
        var refused = await rig.AddPanelVerbAsync("third", "96x16x1", "card:bus?address=0200");
        Assert.False((bool)refused["ok"]!);
        Assert.Contains("each would overwrite the other", (string)refused["error"]!, StringComparison.Ordinal);
        await rig.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F44_AnotherCardAnswers_IsNotBelievedAndTheNeighbourIsUnaffected(int seed)
    {
        await using var rig = Rig(seed);
        var bus = rig.AddBus("bus", ("east", "160x16x1", "0100"), ("west", "128x16x1", "0200"));
        var (east, west) = (bus[0], bus[1]);
        await rig.StartAsync();
        await rig.ConvergedAsync();

        // East's card is dead, and west's answers in its place, under the right number and its own address.
        var wire = east.Wire;
        east.IsLost = true;
        wire.Answering = (packet, answer, _) => Task.FromResult(IsFor(rig, packet, "0100") ? AnswerOf(rig, west, packet) : answer);
        await rig.AddSlotAsync(SlotText.Hours("noon", "charity-05", 8, 12));
        await rig.UntilAsync(() => rig.State(east).Outcome == PanelOutcome.Garbled, "the wrong card is not believed");
        await rig.ConvergedAsync();
        Assert.Null(rig.State(east).Truth.Sent);
        Assert.NotNull(rig.State(east).Trouble);
        (wire.Answering, east.IsLost) = (null, false);
        await rig.ConvergedAsync();
        await rig.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F45_EveryWordComesBackAsAnEcho_OnlyTheCardIsBelieved(int seed)
    {
        await using var rig = Rig(seed);
        var gate = rig.AddPanel("gate", "160x16x1");
        var bus = rig.AddBus("bus", ("east", "128x16x1", "0100"), ("west", "96x16x1", "0200"));
        (gate.Wire.Echoes, bus[0].Wire.Echoes) = (true, true);
        await rig.StartAsync();
        await rig.ConvergedAsync();
        await rig.SetClockAsync(SiteRig.Morning.AddHours(1));
        await rig.ConvergedAsync();

        // The echo alone is no answer.
        (gate.Wire.IsDeaf, gate.IsLost) = (true, true);
        await rig.UntilAsync(() => rig.State(gate).Reached == false, "an echo is no answer");
        Assert.Null(rig.State(gate).Truth.Sent);
        (gate.Wire.IsDeaf, gate.IsLost) = (false, false);
        await rig.ConvergedAsync();
        await rig.CheckAsync();
    }

    private static SiteRig Rig(int seed) => new(seed) { Slots = [SlotText.Base("charity-09"), SlotText.Hours("one", "charity-01", 9, 10)] };

    private static bool IsFor(SiteRig rig, ReadOnlyMemory<byte> packet, string address) => Field(rig, packet, "destination") is { } value
        && value.Contains(address, StringComparison.OrdinalIgnoreCase);

    private static string? Field(SiteRig rig, ReadOnlyMemory<byte> packet, string name) =>
        rig.Adapter.Decode(packet).SelectMany(one => one.Fields).FirstOrDefault(field => field.Name == name)?.Value;

    /// <summary>What the card of a panel says to the same question, asked under its own address.</summary>
    private static byte[] AnswerOf(SiteRig rig, RigPanel panel, ReadOnlyMemory<byte> packet)
    {
        if (Field(rig, packet, "sequence") is not { } sequence)
        {
            return [];
        }

        var number = int.Parse(sequence.Split(' ')[0], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        var options = new Dictionary<string, string> { ["address"] = "0200", ["seq"] = number };
        var question = rig.Adapter.Encode(new PanelCommand.Ping(), rig.ProfileOf(panel), panel.Panel.Face, options)[0];
        var input = new System.Buffers.ReadOnlySequence<byte>(question);
        var answers = new System.Buffers.ArrayBufferWriter<byte>();
        panel.Card.OnBytes(ref input, answers);
        return answers.WrittenSpan.ToArray();
    }
}
