using System.Net;
using System.Net.Sockets;

namespace Signage.Transports.Tests.Mqtt;

/// <summary>Stands between a client and a broker. A connection that it has forgotten stays open at both ends and carries nothing, as behind a router that was restarted.</summary>
internal sealed class DeafRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Socket> _sockets = [];
    private readonly Task _accepting;
    private CancellationTokenSource _carrying = new();

    public DeafRelay(Uri broker)
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(broker.Port);
    }

    public int Port { get; }

    /// <summary>Forgets the connections of this moment; later ones work.</summary>
    public async Task ForgetAsync()
    {
        var forgotten = _carrying;
        _carrying = new CancellationTokenSource();
        await forgotten.CancelAsync();
        forgotten.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _carrying.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _sockets.ForEach(socket => socket.Dispose());
        _carrying.Dispose();
        _stop.Dispose();
    }

    private static async Task CarryAsync(Socket from, Socket to, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        try
        {
            while (await from.ReceiveAsync(buffer, cancellationToken) is > 0 and var count)
            {
                await to.SendAsync(buffer.AsMemory(0, count), cancellationToken);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Forgotten, or one of the ends is gone.
        }
    }

    private async Task AcceptAsync(int brokerPort)
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_stop.Token);
                var broker = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                _sockets.AddRange([client, broker]);
                await broker.ConnectAsync(IPAddress.Loopback, brokerPort, _stop.Token);
                _ = CarryAsync(client, broker, _carrying.Token);
                _ = CarryAsync(broker, client, _carrying.Token);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            // Being disposed.
        }
    }
}
