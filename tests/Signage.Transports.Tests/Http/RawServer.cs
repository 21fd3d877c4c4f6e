using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Signage.Transports.Tests.Http;

/// <summary>A web server that answers each request with whatever bytes a test says, on a real socket; one that wants to be slow simply does not go on.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, NetworkStream, CancellationToken, Task> _answer;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _asked = [];
    private readonly List<Task> _talks = [];
    private readonly Task _accepting;

    /// <param name="answer">Told the first line of a request, and where to write.</param>
    public RawServer(Func<string, NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        Endpoint = new Uri($"http://{_listener.LocalEndpoint}");
        _accepting = AcceptAsync();
    }

    public Uri Endpoint { get; }

    /// <summary>The first lines of the requests so far.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    /// <summary>A whole reply.</summary>
    public static byte[] Reply(int status, string headers, int length) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status} x\r\n{headers}Content-Length: {length}\r\n\r\n"), .. new byte[length]];

    public async ValueTask DisposeAsync()
    {
        // The listener goes after whoever accepts from it: one that is gone is refused in words of its own.
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        await Task.WhenAll(_talks);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
            return;
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                while (await reader.ReadLineAsync(_stop.Token) is { } first)
                {
                    while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 })
                    {
                        // Requests of these tests have no body.
                    }

                    lock (_asked)
                    {
                        _asked.Add(first);
                    }

                    await _answer(first, stream, _stop.Token);
                }
            }
            catch (Exception gone) when (gone is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // The other side hung up, or the test is over.
                return;
            }
        }
    }
}
