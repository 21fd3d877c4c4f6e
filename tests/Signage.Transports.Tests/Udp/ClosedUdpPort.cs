using System.Net;
using System.Net.Sockets;

namespace Signage.Transports.Tests.Udp;

/// <summary>
/// A datagram port of this machine on which nobody listens until <see cref="Open"/>. It is held by a socket that hears one other address alone, so that the
/// system refuses what anybody else sends there, and no other program can take the port.
/// </summary>
internal sealed class ClosedUdpPort : IDisposable
{
    private readonly Socket _held = NewSocket();
    private readonly IPEndPoint _place;

    public ClosedUdpPort()
    {
        _held.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _place = (IPEndPoint)_held.LocalEndPoint!;
        _held.Connect(new IPEndPoint(IPAddress.Loopback, 1));
    }

    public Uri Endpoint => new($"udp://{_place}");

    /// <summary>Begins to listen; the caller owns the socket.</summary>
    public Socket Open()
    {
        _held.Dispose();
        var socket = NewSocket();
        socket.Bind(_place);
        return socket;
    }

    public void Dispose() => _held.Dispose();

    private static Socket NewSocket() => new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
}
