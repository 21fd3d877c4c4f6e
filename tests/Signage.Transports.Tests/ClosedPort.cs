using System.Net;
using System.Net.Sockets;

namespace Signage.Transports.Tests;

/// <summary>A port of this machine on which nobody listens, and nobody else can begin to as long as this is not disposed.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket _held = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort() => _held.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public override string ToString() => _held.LocalEndPoint!.ToString()!;

    public void Dispose() => _held.Dispose();
}
