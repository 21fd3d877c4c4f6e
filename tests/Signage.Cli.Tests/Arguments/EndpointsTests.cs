using Signage.Cli.Tests.Doubles;
using Signage.Cli.Arguments;
using Signage.Cli.Composition;

namespace Signage.Cli.Tests.Arguments;

public sealed class EndpointsTests
{
    [Theory]
    [InlineData("serial:/dev/ttyUSB0?baud=57600")]
    [InlineData("serial:COM3?baud=9600")]
    [InlineData("tcp://host:5005")]
    [InlineData("mqtt://user:secret@broker:1883/base/topic")]
    public void TryParse_WhenOfAKnownForm_ReadsIt(string text) => Assert.True(Endpoints.TryParse(text, EndpointForms.Cards, out _, out _));

    [Theory]
    [InlineData("pty:")]
    [InlineData("pty:?baud=57600")]
    [InlineData("pty:/tmp/link?baud=9600")]
    [InlineData("tcp://127.0.0.1:0")]
    public void TryParse_WhenASimulatedPanelCanBeThere_ReadsIt(string text) =>
        Assert.True(Endpoints.TryParse(text, EndpointForms.Simulated, out _, out _));

    [Fact]
    public void Cards_WhenListed_AreTheLinksOfThisProgram() =>
        Assert.Equal(ProgramRooms.Create().Wire.Transports.Schemes, EndpointForms.Cards.Schemes);

    [Theory]
    [InlineData("ftp://host:21")]
    [InlineData("https://host")]
    [InlineData("pty:")]
    public void TryParse_WhenNothingSpeaksIt_OffersOnlyWhatExists(string text)
    {
        Assert.False(Endpoints.TryParse(text, EndpointForms.Cards, out _, out var complaint));
        Assert.DoesNotContain(text[..(text.IndexOf(':', StringComparison.Ordinal) + 1)], complaint.Replace(text, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("tcp://host:5005", complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tcp://127.0.0.1:5005", true)]
    [InlineData("tcp://127.8.8.8:5005", true)]
    [InlineData("tcp://[::1]:5005", true)]
    [InlineData("tcp://localhost:5005", true)]
    [InlineData("pty:", true)]
    [InlineData("tcp://0.0.0.0:5005", false)]
    [InlineData("tcp://[::]:5005", false)]
    [InlineData("tcp://192.0.2.7:5005", false)]
    [InlineData("mqtt://broker/base", false)]
    public void IsOnThisMachine_WhenAsked_KnowsLoopback(string text, bool expected) => Assert.Equal(expected, Endpoints.IsOnThisMachine(new Uri(text)));

    [Theory]
    [InlineData("")]
    [InlineData("host:5005")]
    [InlineData("/dev/ttyUSB0")]
    [InlineData("ftp://host")]
    [InlineData("serial:")]
    [InlineData("tcp:5005")]
    [InlineData("tcp://127.0.0.1:0")]
    public void TryParse_WhenOfNoKnownForm_ComplainsInOneLine(string text)
    {
        Assert.False(Endpoints.TryParse(text, EndpointForms.Cards, out _, out var complaint));
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
}
