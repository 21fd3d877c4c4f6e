using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Signage.Cli.Tests.Doubles;

namespace Signage.Cli.Tests.Verbs;

public sealed class ConformanceVerbTests
{
    [Fact]
    public async Task List_WhenACaseIsNamed_ListsThatOne()
    {
        var ran = await RealProgram.RunAsync("conformance", "--list", "--case", "clock", "--json");

        using var told = JsonDocument.Parse(ran.Out);
        Assert.Equal("clock", Assert.Single(told.RootElement.EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task List_WhenACaseIsUnknown_IsRefused()
    {
        var ran = await RealProgram.RunAsync("conformance", "--list", "--case", "no-such");

        Assert.Equal((2, ""), (ran.Code, ran.Out));
        Assert.Contains("'no-such' (no such case)", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wled/esp32", "udp://127.0.0.1:9?control=9", "2 to 255 wide and 2 to 255 high")]
    [InlineData("onbon/bx-6e2", "tcp://127.0.0.1:9", "8 to 1024 wide and 2 to 128 high")]
    public async Task Conformance_WhenTheFaceCouldBeAny_AsksForIt(string model, string panel, string words)
    {
        var ran = await RealProgram.RunAsync("conformance", "-p", model, "--panel", panel);

        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains(words, Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conformance_WhenTheModelHasOneFace_TakesIt()
    {
        var ran = await RealProgram.RunAsync("conformance", "-p", "awtrix/awtrix3-http", "--panel", "http://127.0.0.1:9", "--case", "clock", "--json");

        using var told = JsonDocument.Parse(ran.Out);
        Assert.Equal("32x8xrgb", told.RootElement.GetProperty("face").GetString());
    }

    [Theory]
    [InlineData("onbon/bx-6e2", "160x16x1", "tcp")]
    [InlineData("awtrix/awtrix3-http", "32x8xrgb", "http")]
    public async Task Conformance_WhenNobodyIsThere_SaysSoInOneLine(string model, string face, string scheme)
    {
        // Somebody holds the port and never listens: whoever calls is refused.
        using var nobody = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var ran = await RealProgram.RunAsync("conformance", "-p", model, "--face", face, "--panel", $"{scheme}://{nobody.LocalEndPoint}");

        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains("nothing was examined", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }
}
