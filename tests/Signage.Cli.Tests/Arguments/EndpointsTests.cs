using Signage.Cli.Tests.Doubles;
using Signage.Cli.Arguments;

namespace Signage.Cli.Tests.Arguments;

public sealed class EndpointsTests
{
    [Theory]
    [InlineData("serial:/dev/ttyUSB0?baud=57600")]
    [InlineData("serial:COM3?baud=9600")]
    [InlineData("tcp://host:5005")]
    [InlineData("tcp://127.0.0.1:0")]
    [InlineData("udp://host:4048")]
    [InlineData("http://host")]
    [InlineData("mqtt://user:secret@broker:1883/base/topic")]
    [InlineData("pty:")]
    [InlineData("pty:?baud=57600")]
    [InlineData("pty:/tmp/link?baud=9600")]
    public void TryParse_WhenOfAKnownForm_ReadsIt(string text) => Assert.True(Endpoints.TryParse(text, out _, out _));

    [Theory]
    [InlineData("")]
    [InlineData("host:5005")]
    [InlineData("/dev/ttyUSB0")]
    [InlineData("ftp://host")]
    [InlineData("serial:")]
    [InlineData("tcp:5005")]
    public void TryParse_WhenOfNoKnownForm_ComplainsInOneLine(string text)
    {
        Assert.False(Endpoints.TryParse(text, out _, out var complaint));
        Assert.DoesNotContain('\n', complaint);
    }

    [Theory]
    [InlineData("tcp://h", "tcp://h:5005/")]
    [InlineData("tcp://h:7000", "tcp://h:7000")]
    [InlineData("serial:/dev/ttyUSB0", "serial:/dev/ttyUSB0?baud=57600")]
    [InlineData("serial:COM3", "serial:COM3?baud=57600")]
    [InlineData("serial:COM3?baud=9600", "serial:COM3?baud=9600")]
    public void Complete_WhenSomethingIsLeftOut_TakesTheDefaultOfTheModel(string written, string complete) =>
        Assert.Equal(complete, Endpoints.Complete(new Uri(written), TestProfiles.Bench()).OriginalString);

    [Theory]
    [InlineData("serial:COM3?baud=9600", 9600)]
    [InlineData("serial:COM3", null)]
    [InlineData("serial:COM3?baud=fast", null)]
    public void BaudOf_WhenAsked_ReadsTheRate(string written, int? baud) => Assert.Equal(baud, Endpoints.BaudOf(new Uri(written)));

    [Theory]
    [InlineData("mqtt://user:secret@broker:1883/base", "mqtt://broker:1883/base")]
    [InlineData("serial:COM3?baud=9600", "serial:COM3?baud=9600")]
    public void WithoutSecrets_WhenWrittenInAMessage_NamesNoPassword(string written, string said) =>
        Assert.Equal(said, Endpoints.WithoutSecrets(new Uri(written)));
}
