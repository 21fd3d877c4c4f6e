using Signage.Transports.Links;

namespace Signage.Transports.Tests.Links;

public sealed class PanelAddressTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-address").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("serial:/dev/ttyS9?baud=9600&address=0100", "serial:/dev/ttyS9?baud=9600", "0100")]
    [InlineData("serial:/dev/ttyS9?address=0100&baud=9600", "serial:/dev/ttyS9?baud=9600", "0100")]
    [InlineData("serial:/dev/ttyS9?ADDRESS=0100", "serial:/dev/ttyS9", "0100")]
    [InlineData("serial:COM3?address=a%2Fb", "serial:COM3", "a/b")]
    [InlineData("tcp://Host:5005?address=0100", "tcp://Host:5005", "0100")]
    [InlineData("mqtt://li:secret@broker/lamp/1?address=7", "mqtt://li:secret@broker/lamp/1", "7")]
    [InlineData("mqtt://broker/lamp?address=7#up", "mqtt://broker/lamp#up", "7")]
    [InlineData("serial:/dev/ttyS9?baud=9600", "serial:/dev/ttyS9?baud=9600", null)]
    [InlineData("serial:/dev/ttyS9?address=", "serial:/dev/ttyS9", null)]
    [InlineData("serial:/dev/ttyS9?address=1&address=2", "serial:/dev/ttyS9", "1")]
    public void Of_WhenAnEndpointIsTakenApart_GivesTheLineAndTheCard(string endpoint, string line, string? card)
    {
        var place = PanelAddress.Of(new Uri(endpoint));
        Assert.Equal((line, card), (place.Line.OriginalString, place.Card));
    }

    [Theory]
    [InlineData("serial:/dev/ttyS9?baud=9600&address=0100", "serial:/dev/../dev/ttyS9?address=0200&baud=57600")]
    [InlineData("serial:com3", "serial:COM3?address=1")]
    [InlineData("tcp://HOST:5005", "tcp://host:5005/?address=1")]
    [InlineData("tcp://[::0:1]:5005", "tcp://[::1]:5005")]
    [InlineData("mqtt://broker/lamp/1", "mqtt://li:secret@BROKER:1883/lamp/1/?address=1")]
    [InlineData("loopback:a", "LOOPBACK:a?address=1")]
    public void Identity_WhenOneLineIsSpeltInTwoWays_IsOne(string one, string other) =>
        Assert.Equal(PanelAddress.Of(new Uri(one)).Identity, PanelAddress.Of(new Uri(other)).Identity);

    [Theory]
    [InlineData("serial:/dev/ttyS8", "serial:/dev/ttyS9")]
    [InlineData("serial:/dev/ttys9", "serial:/dev/ttyS9")]
    [InlineData("tcp://host:5005", "tcp://host:5006")]
    [InlineData("mqtt://broker/lamp/1", "mqtt://broker/Lamp/1")]
    [InlineData("loopback:a", "loopback:b")]
    public void Identity_WhenLinesDiffer_Differs(string one, string other) =>
        Assert.NotEqual(PanelAddress.Of(new Uri(one)).Identity, PanelAddress.Of(new Uri(other)).Identity);

    [Fact]
    public void Identity_WhenADeviceIsNamedByALink_IsTheDevice()
    {
        var device = Path.Combine(_folder, "ttyUSB0");
        var link = Path.Combine(_folder, "by-id");
        File.WriteAllText(device, "");
        File.CreateSymbolicLink(link, device);
        Assert.Equal($"serial:{device}", PanelAddress.Of(new Uri($"serial:{link}?address=1")).Identity);
    }

    [Fact]
    public void Line_WhenADeviceIsNamedByALink_KeepsTheStableName()
    {
        var link = Path.Combine(_folder, "by-id");
        File.CreateSymbolicLink(link, Path.Combine(_folder, "ttyUSB0"));
        Assert.Equal(link, PanelAddress.Of(new Uri($"serial:{link}?address=1")).Line.AbsolutePath);
    }

    [Theory]
    [InlineData("serial:/dev/ttyS9?baud=9600&address=1", 9600)]
    [InlineData("serial:/dev/ttyS9?address=1", 57600)]
    [InlineData("tcp://host:5005", null)]
    public void Baud_WhenALineHasASpeed_IsIt(string endpoint, int? baud) => Assert.Equal(baud, PanelAddress.Of(new Uri(endpoint)).Baud);

    [Fact]
    public void Text_WhenTheEndpointHoldsAPassword_DoesNot() =>
        Assert.Equal("mqtt://broker/lamp, address=7", PanelAddress.Of(new Uri("mqtt://li:secret@broker/lamp?address=7")).ToString());

    [Fact]
    public void Of_WhenThereIsNoScheme_SaysWhatToWrite() =>
        Assert.Contains("it has no scheme", Assert.Throws<ArgumentException>(() => PanelAddress.Of(new Uri("host", UriKind.Relative))).Message, StringComparison.Ordinal);
}
