using Signage.Cli.Composition;
using Signage.Cli.Panels;
using Signage.Cli.Tests.Doubles;
using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Protocols.Profiles;

namespace Signage.Cli.Tests.Panels;

/// <summary>A simulated panel is refused where a panel of its model would be, in one line, before anything listens.</summary>
public sealed class SimulatedPlaceTests
{
    [Theory]
    [InlineData("wled/esp32", "udp://127.0.0.1:0?control=abc", "64x32xrgb", "control= is the port of the second link", Label = "control port in words")]
    [InlineData("wled/esp32", "udp://127.0.0.1:0?control=0&foo=1", "64x32xrgb", "udp takes a host and a port", Label = "unknown parameter")]
    [InlineData("onbon/bx-6e2", "tcp://127.0.0.1:0?control=80", "160x16x1", "for udp only", Label = "control port on tcp")]
    [InlineData("onbon/bx-6e2", "tcp://127.0.0.1:0/path", "160x16x1", "tcp takes a host", Label = "path on tcp")]
    [InlineData("onbon/bx-6e2", "pty:?baud=57600&foo=1", "160x16x1", "'foo=1'", Label = "unknown parameter of a serial line")]
    [InlineData("onbon/bx-6e2", "udp://127.0.0.1:0", "160x16x1", "use tcp, serial, mqtt", Label = "scheme of another family")]
    [InlineData("awtrix/awtrix3-mqtt", "http://127.0.0.1:0", "32x8xrgb", "use mqtt", Label = "scheme of the other way")]
    [InlineData("awtrix/awtrix3-http", "mqtt://127.0.0.1:1/clock", "32x8xrgb", "use http", Label = "topics of a card that has none")]
    [InlineData("ddp/espixelstick", "udp://127.0.0.1:0?control=0", "8x8xrgb", "leave control= out", Label = "control port of a card without")]
    [InlineData("ddp/espixelstick", "udp://127.0.0.1:0?address=1", "8x8xrgb", "leave address= out", Label = "address where there are none")]
    [InlineData("colorlight/c4", "http://127.0.0.1:0", "17x16x1", "use even ones", Label = "face that the family cannot have")]
    [InlineData("awtrix/awtrix3-http", "http://127.0.0.1:0", "16x8xrgb", "outside 32 to 32", Label = "face that the model cannot have")]
    public async Task Sim_WhenThePanelCouldNotBeThere_SaysWhyInOneLine(string model, string listen, string face, string words)
    {
        var ran = await RealProgram.RunAsync("sim", model, "--listen", listen, "--face", face);

        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains(words, Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wled/esp32", "udp://127.0.0.1:0?control=0", "64x32xrgb")]
    [InlineData("wled/esp32", "udp://127.0.0.1:0", "64x32xrgb")]
    [InlineData("onbon/bx-6e2", "pty:", "160x16x1")]
    [InlineData("onbon/bx-6e2", "pty:/tmp/link?baud=9600", "160x16x1")]
    [InlineData("onbon/bx-6e2", "mqtt://name:word@127.0.0.1/gate", "160x16x1")]
    [InlineData("awtrix/awtrix3-mqtt", "mqtt://127.0.0.1/clock", "32x8xrgb")]
    [InlineData("colorlight/c4", "http://[::1]:0", "128x64x1")]
    public void Require_WhenAPanelCouldBeThere_TakesTheModelAsItIs(string model, string listen, string face)
    {
        var (wire, profile) = Model(model);
        Assert.Equal(profile, new SimulatedPlace(wire).Require(new Uri(listen), profile, PanelFace.Parse(face)));
    }

    [Fact]
    public void Require_WhenTheCardHasAnAddress_PutsItThere()
    {
        var (wire, profile) = Model("onbon/bx-6e2");
        Assert.Equal("0200", new SimulatedPlace(wire).Require(new Uri("pty:?baud=9600&address=0200"), profile, PanelFace.Parse("160x16x1")).Settings["address"]);
    }

    private static (WireRoom Wire, DeviceProfile Profile) Model(string id)
    {
        var wire = ProgramRooms.Create().Wire;
        Assert.True(wire.ReadProfiles(ProfileFolder.Read(wire.ProfileFolder)).Catalog!.TryFind(id, out var profile));
        return (wire, profile!);
    }
}
