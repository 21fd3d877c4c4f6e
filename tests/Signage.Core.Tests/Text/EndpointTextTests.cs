using Signage.Core.Text;

namespace Signage.Core.Tests.Text;

/// <summary>Endpoints are shown on pages, in terminals and in logs: the password of a broker never is.</summary>
public sealed class EndpointTextTests
{
    [Theory]
    [InlineData("mqtt://user:secret@broker:1883/base", "mqtt://broker:1883/base")]
    [InlineData("mqtt://secret@broker/base?address=0100", "mqtt://broker/base?address=0100")]
    [InlineData("mqtt:user:secret@broker/base", "mqtt:broker/base")]
    [InlineData("mqtt:/user:secret@broker/base", "mqtt:/broker/base")]
    [InlineData("mqtt://broker/base@home", "mqtt://broker/base@home")]
    [InlineData("tcp://192.0.2.7:5005", "tcp://192.0.2.7:5005")]
    [InlineData("serial:/dev/tty@1?baud=9600", "serial:/dev/tty@1?baud=9600")]
    public void Endpoint_WhenShown_NamesNoPassword(string written, string shown) => Assert.Equal(shown, EndpointText.Of(new Uri(written)));

    [Theory]
    [InlineData("mqtt//user:secret@broker/base", "broker/base")]
    [InlineData("mqtt://user:sec/ret@broker/base", "mqtt://broker/base")]
    [InlineData("mqtt://user:sec@ret@broker/base", "mqtt://broker/base")]
    [InlineData("no endpoint", "no endpoint")]
    public void Text_WhenItIsNoEndpoint_NamesNoPasswordEither(string written, string shown) => Assert.Equal(shown, EndpointText.Of(written));
}
