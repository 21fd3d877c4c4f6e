using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Vendors.Onbon;
using static Signage.Protocols.Tests.Vendors.Onbon.Bx6Talk;

namespace Signage.Protocols.Tests.Vendors.Onbon;

public sealed class Bx6AddressTests
{
    private static readonly Bx6Adapter Adapter = new();

    [Theory]
    [InlineData(null, null, Label = "none")]
    [InlineData("FEFF", null, Label = "any screen")]
    [InlineData("feff", null, Label = "any screen, small letters")]
    [InlineData("FFFF", null, Label = "any screen, as in the vendor's sample")]
    [InlineData("0100", "0100", Label = "screen 1")]
    [InlineData("0a0b", "0A0B", Label = "small letters")]
    public void Address_WhenAProfileIsAtOne_IsSaidInOneSpelling(string? written, string? address) =>
        Assert.Equal(address, Adapter.Address(TestCards.Q2.AtAddress(written)));

    [Theory]
    [InlineData("1")]
    [InlineData("00001")]
    [InlineData("gate")]
    [InlineData("")]
    public void Validate_WhenAnAddressMakesNoSense_NamesIt(string address) =>
        Assert.StartsWith("settings.address: ", Assert.Single(Adapter.Validate(TestCards.Q2.AtAddress(address))), StringComparison.Ordinal);

    [Theory]
    [InlineData("0080", Label = "the controller's own")]
    public void Validate_WhenAnAddressIsNotForCards_NamesIt(string address) =>
        Assert.StartsWith("settings.address", Assert.Single(Adapter.Validate(TestCards.Q2.AtAddress(address))), StringComparison.Ordinal);

    [Fact]
    public void AtAddress_WhenThereIsNone_LeavesTheProfileAlone() => Assert.Same(TestCards.Q2, TestCards.Q2.AtAddress(null));

    [Fact]
    public void AtAddress_WhenThereIsOne_LeavesTheOriginalAlone()
    {
        TestCards.Q2.AtAddress("0100");
        Assert.DoesNotContain("address", TestCards.Q2.Settings.Keys);
    }

    [Fact]
    public void Encode_WhenTheProfileIsAtAnAddress_WritesItAsDestination()
    {
        var bytes = Assert.Single(Adapter.Encode(new PanelCommand.Ping(), TestCards.Q2.AtAddress("0200"), Face, new Dictionary<string, string>()));
        Assert.Equal(2, Read(bytes).Destination);
    }
}
