using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Signage.Core.Text;
using Signage.Simulator.Cards;

namespace Signage.Simulator.View;

/// <summary>
/// A window to a simulated panel, on loopback only: <c>GET /</c> for people, <c>GET /glass.json</c> and <c>POST /power-cycle</c>, <c>/power-off</c>, <c>/power-on</c> for other
/// processes.
/// </summary>
public sealed class GlassView : IAsyncDisposable
{
    private readonly WebApplication _server;

    private GlassView(WebApplication server) => _server = server;

    /// <summary>Where it can be read, such as <c>http://127.0.0.1:41009</c>.</summary>
    public Uri Address => new(_server.Urls.First());

    /// <summary>Starts the window.</summary>
    /// <param name="card">The card to look at.</param>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port cannot be had; the message is one clear line.</exception>
    public static async Task<GlassView> StartAsync(ISimulatedCard card, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var server = builder.Build();
        server.Run(context => AnswerAsync(context, card));
        try
        {
            await server.StartAsync(cancellationToken).ConfigureAwait(false);
            return new GlassView(server);
        }
        catch (Exception refused)
        {
            await server.DisposeAsync().ConfigureAwait(false);
            if (refused is IOException or SocketException)
            {
                throw new IOException(Words.ViewPortTaken.With(port), refused);
            }

            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static Task Done(HttpContext context, Action act)
    {
        act();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Task AnswerAsync(HttpContext context, ISimulatedCard card)
    {
        switch (context.Request.Method, context.Request.Path.Value)
        {
            case ("GET", "/"):
                return GlassPage.WriteAsync(context.Response, context.RequestAborted);
            case ("GET", "/glass.json"):
                context.Response.Headers.CacheControl = "no-store";
                return context.Response.WriteAsJsonAsync(GlassJson.Of(card.Read()), GlassJsonContext.Default.GlassJson, cancellationToken: context.RequestAborted);
            case ("POST", "/power-cycle"):
                return Done(context, card.PowerCycle);
            case ("POST", "/power-off"):
                return Done(context, card.CutPower);
            case ("POST", "/power-on"):
                return Done(context, card.RestorePower);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }
}
