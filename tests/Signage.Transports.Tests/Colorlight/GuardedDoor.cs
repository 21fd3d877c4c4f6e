using System.Net;
using System.Text;

namespace Signage.Transports.Tests.Colorlight;

/// <summary>A web server before the player that wants a name and a password, as newer firmware does: 401 without the right ones, else the player answers.</summary>
internal sealed class GuardedDoor : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _player;
    private readonly string _expected;
    private readonly Task _serving;

    private GuardedDoor(Uri player, string login, int port)
    {
        _player = new HttpClient { BaseAddress = player };
        _expected = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(login))}";
        Endpoint = new Uri($"http://127.0.0.1:{port}");
        _listener.Prefixes.Add($"{Endpoint}");
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Endpoint { get; }

    public static GuardedDoor Open(Uri player, string login)
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return new GuardedDoor(player, login, port);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
        _player.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }

            // One that was stopped between two questions calls that an invalid operation.
            catch (Exception over) when (over is HttpListenerException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var response = context.Response;
        if (context.Request.Headers["Authorization"] != _expected)
        {
            response.StatusCode = 401;
            return;
        }

        using var message = new HttpRequestMessage(new HttpMethod(context.Request.HttpMethod), context.Request.RawUrl);
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        message.Content = new ByteArrayContent(body.ToArray());
        if (context.Request.ContentType is { } type)
        {
            message.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        using var reply = await _player.SendAsync(message);
        response.StatusCode = (int)reply.StatusCode;
        await response.OutputStream.WriteAsync(await reply.Content.ReadAsByteArrayAsync());
    }
}
