using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Vendors.Onbon.Wire;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;

namespace Signage.Simulator.Tests.Cards;

/// <summary>A simulated BX-6 that darkens its glass by its own clock, whoever is there to tell it.</summary>
public sealed class CardTimerTests
{
    private static readonly PanelFace Face = PanelFace.Parse("16x8x1");
    private readonly ISimulatedCard _card = SimulatedCards.Create(TestCard.Model, Face, new CardClock(TimeProvider.System));

    public CardTimerTests()
    {
        _card.Clock.Hold();
        _card.Clock.SetWall(new DateTime(2026, 9, 5, 21, 59, 0));
        var lit = PixelFrame.Create(Face.Size, Face.Layout, 0, (cells, _) => cells.Fill(0xFF));
        _card.Hear(TestCard.Packet(Face, [new Page(lit, Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(1))]));
    }

    private bool IsLit => !_card.Read().Glass.IsDark;

    [Fact]
    public void Glass_WhenTheTimerHasIt_IsDark_AndLitAgainAfterIt()
    {
        Tell("22:00-06:00");
        Assert.True(IsLit);
        Pass(1);
        Assert.False(IsLit);
        Pass((8 * 60) - 1);
        Assert.False(IsLit);
        Pass(1);
        Assert.True(IsLit);
        Pass(16 * 60);
        Assert.False(IsLit);
    }

    [Fact]
    public void Glass_WhenThereAreTwoRanges_IsDarkInBoth()
    {
        Tell("22:00-06:00,12:00-13:00");
        Pass(1);
        Assert.False(IsLit);
        Pass(14 * 60);
        Assert.False(IsLit);
        Pass(60);
        Assert.True(IsLit);
    }

    /// <summary>What nobody attests is decided against us.</summary>
    [Fact]
    public void Power_WhileTheTimerHasIt_IsNotObeyed_AndTheTimerOutlivesThePower()
    {
        Tell("22:00-06:00");
        Pass(1);
        _card.Hear(TestCard.Packet(new PanelCommand.SetPower(true), Face));
        Assert.False(IsLit);
        _card.PowerCycle();
        Assert.False(_card.Read().PoweredOn);
    }

    [Fact]
    public void Timer_WhenTakenAway_LightsTheGlass()
    {
        Tell("22:00-06:00");
        Pass(1);
        Tell("off");
        Assert.True(IsLit);
    }

    [Theory]
    [InlineData("00")]
    [InlineData("01060022")]
    [InlineData("0106002260")]
    [InlineData("010600220000")]
    [InlineData("0106002A00")]
    [InlineData("0124002200")]
    [InlineData("0122002200")]
    [InlineData("03060022000600220006002200")]
    public void Timer_ThatIsNone_IsRefusedAndTheOneBeforeKept(string data)
    {
        Tell("22:00-06:00");
        var packet = Bx6Body.Request(0xA2, 0x06, Convert.FromHexString(data));
        _card.Hear(new Bx6Codec().ToBytes(new Bx6Ordinary(0xFFFE, 0x8000, 0xFFFE, packet)));
        Assert.Equal(1, _card.Read().PacketsRefused);
        Pass(1);
        Assert.False(IsLit);
    }

    private void Tell(string timer) => _card.Hear(TestCard.Packet(new PanelCommand.SetTimer(CardTimer.Read(timer)!), Face));

    private void Pass(int minutes) => _card.Clock.Advance(TimeSpan.FromMinutes(minutes));
}
