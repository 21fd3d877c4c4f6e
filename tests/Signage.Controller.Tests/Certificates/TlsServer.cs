using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace Signage.Controller.Tests.Certificates;

/// <summary>A real Kestrel on a free port of 127.0.0.1, put together as the site's is, that says "here" to everybody.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TlsServer(WebApplication app) => _app = app;

    public int Port => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    public static async Task<TlsServer> StartAsync(Action<HttpsConnectionAdapterOptions> https, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https)));
        var app = builder.Build();
        app.Run(context => context.Response.WriteAsync("here", context.RequestAborted));
        await app.StartAsync(cancellationToken);
        return new TlsServer(app);
    }

    /// <summary>Connects and shakes hands, or fails as the options want it.</summary>
    public async Task<TlsVisit> VisitAsync(SslClientAuthenticationOptions options, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        SslStream? stream = null;
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
            stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
            await stream.AuthenticateAsClientAsync(options, cancellationToken);
            return new TlsVisit(stream);
        }
        catch
        {
            socket.Dispose();
            await (stream?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}

/// <summary>An open connection to a <see cref="TlsServer"/>.</summary>
internal sealed class TlsVisit(SslStream stream) : IAsyncDisposable
{
    /// <summary>The serial number of the certificate that the server showed.</summary>
    public string Serial => Convert.ToHexStringLower(((System.Security.Cryptography.X509Certificates.X509Certificate2)stream.RemoteCertificate!).SerialNumberBytes.Span.TrimStart((byte)0));

    public System.Security.Authentication.SslProtocols Protocol => stream.SslProtocol;

    /// <summary>One request and its answer, on this very connection.</summary>
    public async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray(), cancellationToken);
        var (answer, buffer) = (new StringBuilder(), new byte[1024]);
        while (!answer.ToString().Contains("here\r\n0\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, cancellationToken);
            Assert.True(count > 0, $"The server hung up after '{answer}'.");
            answer.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return answer.ToString().Split("\r\n")[0];
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
