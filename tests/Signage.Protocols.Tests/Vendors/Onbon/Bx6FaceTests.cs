using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>What keeps a face from being driven is told before it is enrolled.</summary>
public sealed class Bx6FaceTests
{
    private static readonly DeviceProfile WithoutStatic =
        TestCards.Q2 with { Effects = [.. TestCards.Q2.Effects.Where(mapping => mapping.Effect != Effect.Static)] };

    [Theory]
    [InlineData("16x8x1")]
    [InlineData("192x96xrgb")]
    [InlineData("1024x512x1")]
    [InlineData("1024x256x2")]
    [InlineData("1024x512x2")]
    [InlineData("600x35xrgb")]
    [InlineData("64x334xrgb")]
    [InlineData("64x336xrgb")]
    [InlineData("33x4095x2")]
    [InlineData("256x128xrgb")]
    public void Complaints_WhenAFaceIsOffered_AreThereExactlyWhenItCannotBeBlanked(string text)
    {
        var face = PanelFace.Parse(text);
        var refused = Record.Exception(() => new Bx6Adapter().Encode(new PanelCommand.Blank(), TestCards.Q2, face, new Dictionary<string, string>()));

        Assert.Equal(refused is NotSupportedException, new Bx6Adapter().Complaints(TestCards.Q2, face).Any());
    }

    [Fact]
    public void Complaints_WhenTheDarkPageIsTooLarge_NameBothSizes()
    {
        var complaint = Assert.Single(new Bx6Adapter().Complaints(TestCards.Q2, PanelFace.Parse("256x128xrgb")));
        Assert.Contains("98396", complaint, StringComparison.Ordinal);
        Assert.Contains("64512", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Complaints_WhenTheFaceIsTheLargestThatCanBeWritten_DrawNothing() =>
        Assert.Contains("201326684", Assert.Single(new Bx6Adapter().Complaints(TestCards.Q2, PanelFace.Parse("8192x8192xrgb"))), StringComparison.Ordinal);

    [Fact]
    public void Complaints_WhenTwoThingsAreWrong_NameBoth() =>
        Assert.Equal(2, new Bx6Adapter().Complaints(WithoutStatic, PanelFace.Parse("256x128xrgb")).Count());
}
