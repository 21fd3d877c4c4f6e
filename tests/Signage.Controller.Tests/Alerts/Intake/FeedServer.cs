using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Signage.Controller.Tests.Alerts.Intake;

/// <summary>A real web server that gives what a test says.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private readonly WebApplication _web;

    private FeedServer(WebApplication web) => _web = web;

    /// <summary>Answers a path.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = context => Results.NotFound().ExecuteAsync(context);

    public Uri Address => new(_web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<FeedServer> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new FeedServer(builder.Build());
        server._web.Run(context => server.Answer(context));
        await server._web.StartAsync(cancellationToken);
        return server;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _web.DisposeAsync();
}
