using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Browser.Tests.Proxies;

/// <summary>
/// A small reverse proxy with an address of its own on loopback. It reads the head of the first request of a connection, hands it on with the visitor's address after whatever stood in <c>X-Forwarded-For</c>, as
/// servers before a site do, and from then on carries bytes both ways: WebSockets pass, and everything else asks anew for each request.
/// </summary>
internal sealed class SmallProxy : IAsyncDisposable
{
    private const int LongestHead = 64 * 1024;
    private readonly TcpListener _door;
    private readonly IPEndPoint _site;
    private readonly ProxyHabits _habits;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Task, bool> _visits = new();
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;

    /// <summary>Opens it.</summary>
    /// <param name="site">What lies behind it.</param>
    /// <param name="address">Its own address, from which it comes to the site. Browsers find it at 127.0.0.1: a name that a site without any proxy takes too.</param>
    /// <param name="habits">How it goes about.</param>
    public SmallProxy(Uri site, IPAddress address, ProxyHabits habits)
    {
        (_site, _habits, _certificate) = (new IPEndPoint(IPAddress.Parse(site.Host), site.Port), habits, habits.IsHttps ? Certificate() : null);
        _door = new TcpListener(IPAddress.Loopback, 0);
        _door.Start();
        _accepting = AcceptAsync(address);
    }

    /// <summary>Where browsers find it.</summary>
    public Uri Address => new($"{(_habits.IsHttps ? "https" : "http")}://{_door.LocalEndpoint}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _door.Dispose();
        await _accepting;
        await Task.WhenAll(_visits.Keys);
        _certificate?.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync(IPAddress address)
    {
        try
        {
            while (true)
            {
                var visitor = await _door.AcceptTcpClientAsync(_stop.Token);
                var visit = VisitAsync(visitor, address);
                _visits.TryAdd(visit, true);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            return;
        }
    }

    private async Task VisitAsync(TcpClient visitor, IPAddress address)
    {
        using (visitor)
        using (var behind = new TcpClient(new IPEndPoint(address, 0)))
        {
            try
            {
                await using var front = await FrontAsync(visitor);
                await behind.ConnectAsync(_site, _stop.Token);
                await using var back = behind.GetStream();
                var (head, begun) = await HeadAsync(front);
                await back.WriteAsync(Encoding.Latin1.GetBytes(HandedOn(head, ((IPEndPoint)visitor.Client.RemoteEndPoint!).Address)), _stop.Token);
                await back.WriteAsync(begun, _stop.Token);

                // The site hangs up when it has answered; a socket when either side does.
                using var either = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                var carrying = front.CopyToAsync(back, either.Token);
                await back.CopyToAsync(front, either.Token);
                await either.CancelAsync();
                await carrying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
            {
                // Whoever hung up sees the other end hang up.
                return;
            }
        }
    }

    private async Task<Stream> FrontAsync(TcpClient visitor)
    {
        if (_certificate is null)
        {
            return visitor.GetStream();
        }

        var closed = new SslStream(visitor.GetStream());
        await closed.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        return closed;
    }

    private async Task<(string Head, ReadOnlyMemory<byte> Begun)> HeadAsync(Stream front)
    {
        var (bytes, count) = (new byte[LongestHead], 0);
        while (true)
        {
            var read = await front.ReadAsync(bytes.AsMemory(count), _stop.Token);
            if (read == 0)
            {
                throw new IOException("hung up before the end of the head");
            }

            count += read;
            if (bytes.AsSpan(0, count).IndexOf("\r\n\r\n"u8) is var end and >= 0)
            {
                return (Encoding.Latin1.GetString(bytes, 0, end), bytes.AsMemory(end + 4, count - end - 4));
            }
        }
    }

    private string HandedOn(string head, IPAddress visitor)
    {
        var lines = head.Split("\r\n");
        var isSocket = lines.Any(line => line.StartsWith("Upgrade:", StringComparison.OrdinalIgnoreCase));
        var before = lines.Where(line => Is(line, "X-Forwarded-For")).Select(line => line.Split(':', 2)[1].Trim());
        IEnumerable<string> handed =
        [
            lines[0],
            .. lines.Skip(1).Where(line => !Is(line, "X-Forwarded-For") && (isSocket || !Is(line, "Connection")) && (_habits.Host is null || !Is(line, "Host"))),
            .. _habits.Host is { } host ? [$"Host: {host}"] : Array.Empty<string>(),
            $"X-Forwarded-For: {string.Join(", ", before.Append($"{visitor}"))}",
            .. _habits.Says.Select(one => $"{one.Name}: {one.Value}"),
            .. isSocket ? [] : (string[])["Connection: close"],
        ];
        return string.Join("\r\n", handed) + "\r\n\r\n";
    }

    private static bool Is(string line, string name) => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase);

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=panel.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}

/// <summary>How a proxy goes about.</summary>
internal sealed record ProxyHabits
{
    /// <summary>Whether it speaks https with browsers.</summary>
    public bool IsHttps { get; init; }

    /// <summary>What it says in place of the Host that the browser sent; null when it hands that on.</summary>
    public string? Host { get; init; }

    /// <summary>What else it says in each head.</summary>
    public IReadOnlyList<(string Name, string Value)> Says { get; init; } = [];
}
