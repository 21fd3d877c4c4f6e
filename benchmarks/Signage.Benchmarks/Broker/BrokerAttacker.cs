using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Signage.Benchmarks.Broker;

/// <summary>Many sockets that do one wrong thing until the process is killed.</summary>
internal static class BrokerAttacker
{
    /// <summary>The control: the same noise on this machine, at a door of the attackers' own. The broker sees none of it.</summary>
    public const string Elsewhere = "elsewhere";

    private const int Sockets = 64;

    /// <summary>The wrong things, after the control.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Elsewhere, "oversize", "large", "slow", "pings", "denied", "allowed", "guess", "connects"];

    public static async Task RunAsync(string kind, int port)
    {
        var zeros = new byte[1 << 20];
        using var own = new TcpListener(IPAddress.Loopback, 0);
        if (kind == Elsewhere)
        {
            own.Start();
            (kind, port) = ("oversize", ((IPEndPoint)own.LocalEndpoint).Port);
            _ = CloseAllAsync(own);
        }

        var attackers = Enumerable.Range(0, Sockets).Select(number => Task.Run(() => AttackAsync(kind, number, port, zeros))).ToArray();
        await Console.Out.WriteLineAsync("ready").ConfigureAwait(false);
        await Task.WhenAll(attackers).ConfigureAwait(false);
    }

    private static async Task CloseAllAsync(TcpListener door)
    {
        while (true)
        {
            (await door.AcceptSocketAsync().ConfigureAwait(false)).Close(0);
        }
    }

    private static async Task AttackAsync(string kind, int number, int port, byte[] zeros)
    {
        byte[] connect = Packet(0x10, [.. Text("MQTT"), 5, 0xC2, 0, 30, 0, .. Text($"gate/{number}"), .. Text("gate"), .. Text("gate")]);
        byte[] denied = Packet(0x32, [.. Text("signage/lamp/up"), 0, 1, 0, .. zeros[..1000]]);
        byte[] allowed = Packet(0x32, [.. Text("signage/gate/up"), 0, 1, 0, .. zeros[..16_000]]);
        while (true)
        {
            try
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse($"127.0.1.{1 + (number % 4)}"), 0));
                await socket.ConnectAsync(IPAddress.Loopback, port).ConfigureAwait(false);
                switch (kind)
                {
                    case "oversize":
                        await SayAsync(socket, [0x10, 0xFF, 0xFF, 0xFF, 0x7F], zeros).ConfigureAwait(false);
                        break;
                    case "large":
                        await SayAsync(socket, connect, [0x30, 0xC0, 0x9A, 0x0C], zeros).ConfigureAwait(false);
                        break;
                    case "slow":
                        await SayAsync(socket, connect, [0x30, 0xFC, 0xFF, 0x03], zeros[..65_000]).ConfigureAwait(false);
                        await HearAsync(socket).ConfigureAwait(false);
                        break;
                    case "guess":
                        await SayAsync(socket, Packet(0x10, [.. Text("MQTT"), 5, 0xC2, 0, 30, 0, .. Text("x"), .. Text("nobody"), .. Text("guess")])).ConfigureAwait(false);
                        await HearAsync(socket).ConfigureAwait(false);
                        break;
                    case "connects":
                        break;
                    default:
                        byte[] once = kind == "pings" ? [0xC0, 0] : kind == "denied" ? denied : allowed;
                        byte[] many = [.. Enumerable.Repeat(once, Math.Max(1, 16_384 / once.Length)).SelectMany(bytes => bytes)];
                        await SayAsync(socket, connect).ConfigureAwait(false);
                        while (true)
                        {
                            await SayAsync(socket, many).ConfigureAwait(false);
                        }
                }
            }
            catch (SocketException)
            {
                // Cut, as it should be: once more.
            }
        }
    }

    private static async Task SayAsync(Socket socket, params byte[][] parts)
    {
        foreach (var part in parts)
        {
            for (ReadOnlyMemory<byte> rest = part; !rest.IsEmpty;)
            {
                rest = rest[await socket.SendAsync(rest).ConfigureAwait(false)..];
            }
        }
    }

    private static async Task HearAsync(Socket socket)
    {
        var buffer = new byte[256];
        while (await socket.ReceiveAsync(buffer).ConfigureAwait(false) > 0)
        {
            // Until the broker has closed.
        }
    }

    private static byte[] Packet(byte first, byte[] body) =>
        body.Length < 128 ? [first, (byte)body.Length, .. body] : body.Length < 16_384
            ? [first, (byte)((body.Length & 127) | 128), (byte)(body.Length >> 7), .. body]
            : throw new ArgumentException("Longer packets are written by hand.", nameof(body));

    private static byte[] Text(string text) => [0, (byte)text.Length, .. Encoding.ASCII.GetBytes(text)];
}
