using System.Net;
using System.Net.Sockets;

namespace Signage.Transports.Tests.Broker;

/// <summary>A socket at a broker that says what a test wants.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 4096 };

    private RawClient()
    {
    }

    /// <summary>Connects, on Linux from any address of this machine such as 127.0.0.2.</summary>
    public static async Task<RawClient> DialAsync(Uri broker, CancellationToken cancellationToken, string from = "127.0.0.1")
    {
        var client = new RawClient();
        client._socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        try
        {
            await client._socket.ConnectAsync(IPAddress.Loopback, broker.Port, cancellationToken);
        }
        catch (SocketException closed) when (closed.SocketErrorCode == SocketError.ConnectionReset)
        {
            // The broker was quicker: it had closed before this end knew that it was open.
        }

        return client;
    }

    /// <summary>Connects and is let in.</summary>
    public static async Task<RawClient> EnterAsync(Uri broker, byte[] connect, CancellationToken cancellationToken)
    {
        var client = await DialAsync(broker, cancellationToken);
        await client.SayAsync(connect, cancellationToken);
        Assert.Equal(0, await client.ConnectAnswerAsync(cancellationToken));
        return client;
    }

    /// <summary>Says something; that the far side has closed meanwhile is no failure.</summary>
    public async Task<bool> SayAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                bytes = bytes[await _socket.SendAsync(bytes, cancellationToken)..];
            }

            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Hears one packet: its first byte and its body; nothing when the connection ended.</summary>
    public async Task<(byte First, byte[] Body)?> HearAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(1, cancellationToken) is not [var first])
        {
            return null;
        }

        var (length, shift) = (0, 0);
        while (await ReadAsync(1, cancellationToken) is [var next])
        {
            length |= (next & 127) << shift;
            shift += 7;
            if (next < 128)
            {
                return await ReadAsync(length, cancellationToken) is { } body ? (first, body) : null;
            }
        }

        return null;
    }

    /// <summary>Hears the answer to a CONNECT: its reason, -1 when there was none.</summary>
    public async Task<int> ConnectAnswerAsync(CancellationToken cancellationToken) =>
        await HearAsync(cancellationToken) is (0x20, [_, var reason, ..]) ? reason : -1;

    /// <summary>Ends when the far side has closed, however.</summary>
    public async Task ClosedAsync(CancellationToken cancellationToken)
    {
        while (await HearAsync(cancellationToken) is not null)
        {
            // A farewell of the broker.
        }
    }

    /// <summary>Says that nothing comes any more; still listens.</summary>
    public void Stop() => _socket.Shutdown(SocketShutdown.Send);

    public void Dispose() => _socket.Dispose();

    private async Task<byte[]?> ReadAsync(int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        try
        {
            for (var at = 0; at < count;)
            {
                var got = await _socket.ReceiveAsync(bytes.AsMemory(at), cancellationToken);
                if (got == 0)
                {
                    return null;
                }

                at += got;
            }

            return bytes;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
