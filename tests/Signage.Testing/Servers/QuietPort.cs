using System.Net;
using System.Net.Sockets;

namespace Signage.Testing.Servers;

/// <summary>
/// Ports for servers that go away and come back. They lie below those that Linux hands out by itself, so that nobody takes one in the
/// meantime, and no connection attempt can meet itself there.
/// </summary>
public static class QuietPort
{
    private const int First = 20_000;
    private const int Ports = 10_000;

    /// <summary>A free port of 127.0.0.1. Somebody else may take it before the caller does.</summary>
    public static int Find()
    {
        var random = new Random(Guid.NewGuid().GetHashCode());
        while (true)
        {
            var port = First + random.Next(Ports);
            if (IsFree(port))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var trial = new TcpListener(IPAddress.Loopback, port);
            trial.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
