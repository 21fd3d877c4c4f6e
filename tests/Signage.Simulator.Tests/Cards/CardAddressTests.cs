using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Vendors.Onbon;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;

namespace Signage.Simulator.Tests.Cards;

/// <summary>On a line with several cards each answers only what is meant for it.</summary>
public sealed class CardAddressTests
{
    private static readonly PanelFace Face = PanelFace.Parse("16x8x1");

    [Theory]
    [InlineData("0200", "0200", true, Label = "its own number")]
    [InlineData("0200", "0300", false, Label = "another card's")]
    [InlineData("0200", "FEFF", true, Label = "any screen")]
    [InlineData("0200", "FFFF", true, Label = "any screen, as in the vendor's sample")]
    [InlineData(null, "0100", true, Label = "number 1 from the factory")]
    [InlineData(null, "0200", false, Label = "not number 1")]
    public void Card_WhenAskedByNumber_AnswersForItself(string? own, string asked, bool answers)
    {
        var card = SimulatedCards.Create(TestCard.Model.AtAddress(own), Face, new CardClock(TimeProvider.System));
        var ping = new Bx6Adapter().Encode(new PanelCommand.Ping(), TestCard.Model.AtAddress(asked), Face, new Dictionary<string, string>());
        Assert.Equal(answers, card.Hear(Assert.Single(ping)).Length > 0);
    }
}
