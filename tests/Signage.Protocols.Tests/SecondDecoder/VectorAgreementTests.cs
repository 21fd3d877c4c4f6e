using Signage.Protocols.Tests.Vectors;

namespace Signage.Protocols.Tests.SecondDecoder;

/// <summary>Two decoders, one written from the protocol page alone, make the same of everything that was recorded.</summary>
public sealed class VectorAgreementTests
{
    private const string CornersInColour = "0,0 FF0000; 1,0 00FF00; 2,0 FFFF00; 15,7 FF0000";

    public static TheoryData<string> Names => [.. ByteVector.All("onbon-bx6").Select(vector => vector.Name)];

    public static TheoryData<string> Updates =>
        [.. ByteVector.All("onbon-bx6").Select(vector => vector.Name).Where(name => name.StartsWith("dynamic", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_WhenAnyVector_GivesTheFieldsOfTheFirstCodec(string name) =>
        Assert.Equal(FirstCodec.Read(Bytes(name))?.ToString(), PlainPacket.Read(Bytes(name)).ToString());

    [Theory]
    [MemberData(nameof(Updates))]
    public void ReadAll_WhenAnUpdate_GivesTheAreasOfTheFirstCodec(string name)
    {
        var data = PlainPacket.Read(Bytes(name)).Data;

        Assert.Equal(FirstCodec.ReadAreas(data)?.Select(area => area.ToString()), PlainArea.ReadAll(data).Select(area => area.ToString()));
    }

    [Theory]
    [InlineData("dynamic-area-1-16x8-single-colour", 1, "0,0 FF0000; 1,0 FF0000; 2,0 FF0000; 15,7 FF0000")]
    [InlineData("dynamic-area-1-16x8-dual-colour", 2, CornersInColour)]
    [InlineData("dynamic-area-1-16x8-seven-colour", 3, CornersInColour)]
    [InlineData("dynamic-area-1-16x8-full-colour-888", 0, CornersInColour)]
    [InlineData("dynamic-area-0-8x2-rgb888", 0, "0,0 FF0000; 3,0 A55A5B; 7,1 00FF00")]
    public void Pixels_WhenARecordedPicture_AreTheOnesThatWereDrawn(string name, int planes, string lit)
    {
        var area = Assert.Single(PlainArea.ReadAll(PlainPacket.Read(Bytes(name)).Data));

        Assert.Equal(lit, PlainPixels.Lit(PlainPixels.Of(Assert.Single(area.Pages).Pixels, area.Width, area.Height, planes)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_WhenOneBitIsFlipped_RefusesWhatTheFirstCodecRefuses(string name)
    {
        var good = Bytes(name);
        for (var bit = 0; bit < good.Length * 8; bit++)
        {
            var bad = (byte[])good.Clone();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.True(FirstCodec.Read(bad)?.ToString() == Second(bad), $"bit {bit}: {Convert.ToHexString(bad)}");
        }
    }

    private static string? Second(byte[] wire)
    {
        try
        {
            return PlainPacket.Read(wire).ToString();
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static byte[] Bytes(string name) => ByteVector.Named("onbon-bx6", name).Bytes;
}
