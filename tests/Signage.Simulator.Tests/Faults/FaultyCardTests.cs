using Signage.Core.Panels;
using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Noise;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;
using Signage.Simulator.Tests.Cards;

namespace Signage.Simulator.Tests.Faults;

/// <summary>What a planned fault does to a card, told by its glass and its answers.</summary>
public sealed class FaultyCardTests
{
    private static readonly PanelFace Face = PanelFace.Parse("16x8x1");

    private static readonly byte[] Lit = TestCard.Packet(
        Face,
        [new Page(PixelFrame.Create(Face.Size, Face.Layout, 0, (cells, _) => cells.Fill(0xFF)), Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(1))]);

    private static readonly byte[] Ping = TestCard.Packet(new PanelCommand.Ping(), Face);

    [Theory]
    [InlineData(FaultKind.None, true, true)]
    [InlineData(FaultKind.Ignore, false, false)]
    [InlineData(FaultKind.Mute, true, false)]
    [InlineData(FaultKind.Refuse, false, true)]
    [InlineData(FaultKind.Repeat, true, true)]
    [InlineData(FaultKind.Rubbish, true, true)]
    [InlineData(FaultKind.Reboot, false, true)]
    public void Card_WhenOnePacketMeetsAFault_LightsAndAnswersAccordingly(FaultKind fault, bool lights, bool answers)
    {
        var card = Card(new FaultPlan(Packets: [new PacketFault(fault, Times: 1)]));
        var answer = card.Hear(Lit);

        Assert.Equal((lights, answers), (!card.Read().Glass.IsDark, answer.Length > 0));
    }

    [Fact]
    public void Card_WhenTheFaultIsOver_TreatsTheNextPacketWell()
    {
        var card = Card(new FaultPlan(Packets: [new PacketFault(FaultKind.Ignore, Times: 1)]));
        var well = Card(FaultPlan.None).Hear(Lit);

        Assert.Equal(("", Convert.ToHexString(well)), (Convert.ToHexString(card.Hear(Lit)), Convert.ToHexString(card.Hear(Lit))));
    }

    [Fact]
    public void Card_WhenItRepeats_SaysTheSameTwice()
    {
        var once = Card(FaultPlan.None).Hear(Ping);
        var twice = Card(new FaultPlan(Packets: [new PacketFault(FaultKind.Repeat)])).Hear(Ping);

        Assert.Equal(Convert.ToHexString([.. once, .. once]), Convert.ToHexString(twice));
    }

    [Fact]
    public void Card_WhenTheCableIsBad_SpoilsTheSameWayForTheSameSeed()
    {
        var plan = new FaultPlan(Seed: 3, Noise: new FaultRates(Flip: 0.02));
        string[] Heard(FaultPlan plan)
        {
            var card = Card(plan);
            return [.. Enumerable.Range(0, 20).Select(_ => Convert.ToHexString(card.Hear(Ping)))];
        }

        var heard = Heard(plan);

        Assert.Equal(heard, Heard(plan));
        Assert.NotEqual(heard, Heard(plan with { Seed = 4 }));
    }

    private static ISimulatedCard Card(FaultPlan plan) => SimulatedCards.Create(TestCard.Model, Face, new CardClock(TimeProvider.System), plan);
}
