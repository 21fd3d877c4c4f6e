using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Signage.Cli.Composition;
using Signage.Cli.Terminal;
using Signage.Transports.Locks;

namespace Signage.Cli.Tests.Composition;

/// <summary>Whoever talks to a card with two links holds both, and begins with neither when another program has one.</summary>
public sealed class HeldEndpointsTests : IDisposable
{
    // Ports that nobody else is given for as long as the test runs: locks are taken by number, whoever listens.
    private readonly Socket _pictures = Bound(SocketType.Dgram, ProtocolType.Udp);
    private readonly Socket _commands = Bound(SocketType.Stream, ProtocolType.Tcp);

    private Uri Pictures => new($"udp://{_pictures.LocalEndPoint}");

    private Uri Commands => new($"http://{_commands.LocalEndPoint}");

    private string Panel => $"{Pictures.OriginalString}?control={Commands.Port}";

    public static TheoryData<string, bool> Verbs => new() { { "show", true }, { "show", false }, { "conformance", true }, { "conformance", false } };

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Verb_WhenAnotherProgramHasOneOfTheLinks_RefusesAndGivesTheOtherBack(string verb, bool control)
    {
        var (theirs, free) = control ? (Commands, Pictures) : (Pictures, Commands);
        using var other = Take(theirs);
        Assert.NotNull(other);

        var (code, complaints) = await RunAsync(verb);

        Assert.Equal(1, code);
        Assert.Contains(theirs.Authority, complaints, StringComparison.Ordinal);
        Assert.Contains("another, process 7", complaints, StringComparison.Ordinal);
        using var again = Take(free);
        Assert.NotNull(again);
    }

    [Fact]
    public void Hold_WhenACardHasTwoLinks_HoldsBothUntilItIsDisposed()
    {
        var rooms = ProgramRooms.Create();
        Assert.True(rooms.Wire.ReadProfiles(Controller.Hosting.ProfileFolder.Read(rooms.Wire.ProfileFolder)).Catalog!.TryFind("wled/esp32", out var profile));

        using (rooms.Wire.Hold(new Uri(Panel), profile!, "conformance"))
        {
            Assert.Equal((null, null), (Take(Pictures), Take(Commands)));
            EndpointLock.TryTake(RuntimeFolder.Open(), Commands, "another", out var holder);
            Assert.StartsWith("signage conformance，进程", holder, StringComparison.Ordinal);
        }

        using var pictures = Take(Pictures);
        using var commands = Take(Commands);
        Assert.NotNull(pictures);
        Assert.NotNull(commands);
    }

    public void Dispose()
    {
        _pictures.Dispose();
        _commands.Dispose();
    }

    private static EndpointLock? Take(Uri endpoint) => EndpointLock.TryTake(RuntimeFolder.Open(), endpoint, "another, process 7", out _);

    private async Task<(int Code, string Complaints)> RunAsync(string verb)
    {
        using var answers = new StringWriter(CultureInfo.InvariantCulture);
        using var complaints = new StringWriter(CultureInfo.InvariantCulture);
        string[] words = [verb, .. verb == "show" ? (string[])["通知"] : [], "-p", "wled/esp32", "--face", "32x16xrgb", "--panel", Panel];
        var output = new Output(answers, complaints, () => Stream.Null);
        return (await CommandLine.RunAsync(words, ProgramRooms.Create, output, TestContext.Current.CancellationToken), complaints.ToString());
    }

    private static Socket Bound(SocketType type, ProtocolType protocol)
    {
        var socket = new Socket(AddressFamily.InterNetwork, type, protocol);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
