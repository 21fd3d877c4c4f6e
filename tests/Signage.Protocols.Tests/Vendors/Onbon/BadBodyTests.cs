using Signage.Protocols.Tests.SecondDecoder;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>Bodies that travel in a good frame and still make no sense: what a card says of them.</summary>
public sealed class BadBodyTests
{
    // One area, described in 63 bytes, with one page, then 32 bytes of pixels: protocol page, section 6.
    private static readonly byte[] Update = PlainPacket.Read(ByteVector.Named("onbon-bx6", "dynamic-area-1-16x8-single-colour").Bytes).Data;

    private static readonly (string Name, byte[] Data, string Complaint)[] Updates =
    [
        ("empty", [], "the description of the areas is cut short"),
        ("one area and nothing behind it", [1, 0], "the description of the areas is cut short"),
        ("65535 areas and one described", [0xFF, 0xFF, .. Update[2..]], "the description of the areas is cut short"),
        ("cut in the page", Update[..60], "the description of the areas is cut short"),
        ("65535 programmes", With(11, 0xFF, 0xFF), "the description of the areas is cut short"),
        ("65535 pages", With(37, 0xFF, 0xFF), "the description of the areas is cut short"),
        ("page head of 27 bytes", With(39, 0x1B), "the description of the areas is cut short"),
        ("description one longer than it is", With(2, 0x40), "area 1 is described in 63 bytes, its length says 64"),
        ("description one shorter than it is", With(2, 0x3E), "area 1 is described in 63 bytes, its length says 62"),
        ("last byte of the pixels lost", Update[..^1], "pixels 0..32 lie outside the block of 31 bytes"),
        ("pixels start one late", With(61, 0x01), "pixels 1..33 lie outside the block of 32 bytes"),
        ("pixels start at 4 G", With(61, 0xFF, 0xFF, 0xFF, 0xFF), "pixels 4294967295..4294967327 lie outside the block of 32 bytes"),
        ("pixels 4 G long", With(65, 0xFF, 0xFF, 0xFF, 0xFF), "pixels 0..4294967295 lie outside the block of 32 bytes"),
    ];

    public static TheoryData<string> Names => [.. Updates.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Update_WhenItMakesNoSense_SaysWhatIsWrong(string name)
    {
        Assert.Null(Bx6Update.Read(Row(name).Data, out var complaint));
        Assert.Equal(Row(name).Complaint, complaint);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SecondDecoder_WhenAnUpdateMakesNoSense_RefusesItToo(string name) => Assert.Throws<FormatException>(() => PlainArea.ReadAll(Row(name).Data));

    [Theory]
    [InlineData("", "request of 0 bytes, its head alone has 5", Label = "empty")]
    [InlineData("01A20500", "request of 4 bytes, its head alone has 5", Label = "head cut short")]
    [InlineData("01A205020001", "data length says 2, the request has 1", Label = "length too long")]
    [InlineData("01A205000001", "data length says 0, the request has 1", Label = "length too short")]
    [InlineData("01A2050001", "data length says 256, the request has 0", Label = "length high byte first")]
    public void Request_WhenItMakesNoSense_SaysWhatIsWrong(string body, string expected)
    {
        Assert.Null(Bx6Body.ReadRequest(Convert.FromHexString(body), out var complaint));
        Assert.Equal(expected, complaint);
    }

    [Theory]
    [InlineData("01A701FFFFFF")]
    [InlineData("01A7010000FF")]
    public void Request_WhenItIsForDynamicAreas_DoesNotReadTheLength(string body) =>
        Assert.Equal("FF", Convert.ToHexString(Bx6Body.ReadRequest(Convert.FromHexString(body), out _)!.Data.Span));

    [Theory]
    [InlineData("", Label = "empty")]
    [InlineData("00A0000000000000", Label = "head cut short")]
    [InlineData("01A000000000000000", Label = "a request")]
    [InlineData("00A000000000000100", Label = "length too long")]
    [InlineData("00A28000000000000001", Label = "length too short")]
    public void Reply_WhenItMakesNoSense_IsNone(string body) => Assert.Null(Bx6Body.ReadReply(Convert.FromHexString(body)));

    private static (string Name, byte[] Data, string Complaint) Row(string name) => Updates.Single(row => row.Name == name);

    private static byte[] With(int at, params byte[] values) => [.. Update[..at], .. values, .. Update[(at + values.Length)..]];
}
