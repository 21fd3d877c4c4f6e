using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Browser.Tests.Sites;

namespace Browser.Tests.Proxies;

/// <summary>A browser without script that comes from an address of its own, keeps cookies as browsers do, and says of its forms from which page they come.</summary>
internal sealed class FarBrowser : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;
    private readonly HttpMessageInvoker _invoker;
    private readonly Uri _door;

    /// <summary>Opens it.</summary>
    /// <param name="door">What it looks at: a proxy, or the site itself.</param>
    /// <param name="from">Its address.</param>
    /// <param name="claims">What it says in <c>X-Forwarded-For</c> by itself; null for nothing.</param>
    public FarBrowser(Uri door, string from, string? claims = null)
    {
        _door = door;
        var handler = new SocketsHttpHandler
        {
            CookieContainer = _cookies,
            AllowAutoRedirect = false,
            ConnectCallback = async (context, token) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(context.DnsEndPoint, token);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=panel.example";
        _invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        _client = new HttpClient(handler) { BaseAddress = door };
        if (claims is not null)
        {
            _client.DefaultRequestHeaders.Add("X-Forwarded-For", claims);
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Keeps a cookie of a session that began elsewhere.</summary>
    public void Keep(string cookie) => _cookies.Add(_door, new Cookie(cookie.Split('=', 2)[0], cookie.Split('=', 2)[1], "/") { Secure = _door.Scheme == "https" });

    public Task<Reply> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Opens a page, fills its form in and sends it.</summary>
    public async Task<Reply> FillAsync(string path, params (string Name, string Value)[] fields)
    {
        var token = (await GetAsync(path)).Token;
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("token", token ?? "none")]),
        };
        request.Headers.Add("Origin", _door.GetLeftPart(UriPartial.Authority));
        return await SendAsync(request);
    }

    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await _client.SendAsync(request, Token);
            return await Reply.OfAsync(answer, Token);
        }
    }

    /// <summary>Opens the circuit of a page as far as its first words.</summary>
    public async Task<string> OpenCircuitAsync()
    {
        var shown = await SendAsync(new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1"));
        Assert.Equal(200, shown.Status);
        var id = (string)JsonNode.Parse(shown.Body)!["connectionToken"]!;
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(_door) { Scheme = "ws", Path = "_blazor", Query = $"id={Uri.EscapeDataString(id)}" }.Uri, _invoker, Token);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001E"), WebSocketMessageType.Text, true, Token);
        var bytes = new byte[64];
        var heard = await socket.ReceiveAsync(bytes, Token);
        return Encoding.UTF8.GetString(bytes, 0, heard.Count);
    }

    public void Dispose()
    {
        _invoker.Dispose();
        _client.Dispose();
    }
}
