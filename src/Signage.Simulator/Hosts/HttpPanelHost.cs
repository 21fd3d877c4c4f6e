using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;
using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Simulator.Cards;

namespace Signage.Simulator.Hosts;

/// <summary>A card with a small web server.</summary>
internal sealed class HttpPanelHost : IPanelHost
{
    private const int LargestBody = 32 * 1024 * 1024;

    private readonly WebApplication _server;
    private readonly IMessageCard _card;

    private HttpPanelHost(WebApplication server, IMessageCard card) => (_server, _card) = (server, card);

    /// <inheritdoc />
    public Uri Endpoint => new(_server.Urls.First());

    /// <inheritdoc />
    public ISimulatedCard Card => _card;

    /// <summary>Starts to listen.</summary>
    /// <exception cref="IOException">The port is taken, or the host is none of this machine.</exception>
    public static async Task<HttpPanelHost> StartAsync(Uri listen, IMessageCard card, CancellationToken cancellationToken)
    {
        WebApplication? server = null;
        try
        {
            var address = await ListenAddress.OfAsync(listen.DnsSafeHost, cancellationToken).ConfigureAwait(false);
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.Logging.ClearProviders();
            builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            {
                kestrel.Limits.MaxRequestBodySize = LargestBody;
                kestrel.AddServerHeader = false;
                kestrel.Listen(address, Math.Max(0, listen.Port));
            });
            server = builder.Build();
            server.Run(context => AnswerAsync(context, card));
            await server.StartAsync(cancellationToken).ConfigureAwait(false);
            return new HttpPanelHost(server, card);
        }
        catch (Exception refused)
        {
            if (server is not null)
            {
                await server.DisposeAsync().ConfigureAwait(false);
            }

            if (refused is IOException or SocketException)
            {
                throw new IOException(Words.PortTaken.With(EndpointText.Of(listen), refused.Message), refused);
            }

            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, IMessageCard card)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var request = new WireMessage.Request(context.Request.Method, context.Request.GetEncodedPathAndQuery(), context.Request.ContentType, body.ToArray());
        if (card.OnMessage(request).OfType<WireAnswer.Reply>().FirstOrDefault() is not { } reply)
        {
            // A card without power says nothing.
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        context.Response.ContentLength = reply.Body.Length;
        await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted).ConfigureAwait(false);
    }
}
