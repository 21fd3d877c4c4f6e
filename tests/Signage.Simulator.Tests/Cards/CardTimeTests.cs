using System.Globalization;
using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;

namespace Signage.Simulator.Tests.Cards;

/// <summary>What a simulated BX-6 makes of its clock.</summary>
public sealed class CardTimeTests
{
    private static readonly PanelFace Face = PanelFace.Parse("16x8x1");
    private readonly ISimulatedCard _card = SimulatedCards.Create(TestCard.Model, Face, new CardClock(TimeProvider.System));

    public CardTimeTests() => _card.Clock.Hold();

    [Fact]
    public void Clock_WhenSet_IsToldBack_AndOutlivesThePower()
    {
        _card.Hear(TestCard.Packet(new PanelCommand.SetClock(DateTimeOffset.Parse("2026-11-23T16:50:43+08:00", CultureInfo.InvariantCulture)), Face));
        _card.Clock.Advance(TimeSpan.FromSeconds(20));
        _card.PowerCycle();
        Assert.Equal(new DateTime(2026, 11, 23, 16, 51, 3), _card.Clock.Wall);

        // Year low byte first, and the weekday: a Monday.
        Assert.Contains("2620112316510301", Convert.ToHexString(_card.Hear(TestCard.Packet(new PanelCommand.ReadStatus(), Face))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(13, 1)]
    [InlineData(11, 2)]
    public void Clock_WhenTheDateIsNone_IsRefusedAndKept(byte month, byte weekday)
    {
        var before = _card.Clock.Wall;
        var packet = Signage.Protocols.Vendors.Onbon.Wire.Bx6Body.Request(0xA2, 0x02, [0x26, 0x20, (byte)((month / 10 << 4) | (month % 10)), 0x23, 0x16, 0x50, 0x43, weekday]);
        _card.Hear(new Signage.Protocols.Vendors.Onbon.Wire.Bx6Codec().ToBytes(new Signage.Protocols.Vendors.Onbon.Wire.Bx6Ordinary(0xFFFE, 0x8000, 0xFFFE, packet)));
        Assert.Equal((before, 1), (_card.Clock.Wall, _card.Read().PacketsRefused));
    }
}
