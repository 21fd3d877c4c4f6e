using System.Net;
using System.Text.Json.Nodes;
using Signage.Testing.Processes;

namespace EndToEnd.Tests.Hostile;

/// <summary>S13: a site listens on the port of its page and on nothing else, and both it and a demo on this machine's own loopback only.</summary>
/// <param name="site">The site.</param>
[Collection(ServedSiteTests.Name)]
public sealed class S13PortTests(ServedSite site)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void S13_Run_WhenStarted_ListensOnThePortOfItsPageAlone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc");
        var sockets = ProcessSockets.Of(site.Id);

        Assert.Equal([$"tcp 127.0.0.1:{site.Page.Port}"], sockets.Where(IsDoor).Select(door => $"{door.Kind} {door.Local}"));
        Assert.All(sockets, socket => Assert.True(IsHere(socket.Local) && (IsHere(socket.Remote) || socket.Remote.Port == 0), $"{socket}"));
    }

    [Fact]
    public async Task S13_Demo_WhenStarted_ListensOnLoopbackAlone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc");
        var folder = Directory.CreateTempSubdirectory("signage-ports-").FullName;
        await using (var demo = SignageProcess.Start(new Dictionary<string, string> { ["TMPDIR"] = folder, ["XDG_RUNTIME_DIR"] = folder }, "demo", "--port", "0", "--json"))
        {
            var page = new Uri((string)JsonNode.Parse((await demo.LineAsync(Token))!)!["running"]!["page"]!);
            var doors = ProcessSockets.Of(demo.Id).Where(IsDoor).ToArray();

            // The page, the broker, and a panel behind each further link.
            Assert.Contains(doors, door => door.Local.Port == page.Port);
            Assert.InRange(doors.Length, 3, 12);
            Assert.All(doors, door => Assert.True(IsHere(door.Local), $"{door}"));
            demo.Interrupt();
            Assert.Equal(0, (await demo.EndAsync(Token)).Code);
        }

        Directory.Delete(folder, recursive: true);
    }

    // A datagram socket that is connected to nobody takes from anybody.
    private static bool IsDoor(ProcessSocket socket) => socket.IsListening || (!socket.Kind.StartsWith("tcp", StringComparison.Ordinal) && socket.Remote.Port == 0);

    private static bool IsHere(IPEndPoint end) => IPAddress.IsLoopback(end.Address.IsIPv4MappedToIPv6 ? end.Address.MapToIPv4() : end.Address);
}
