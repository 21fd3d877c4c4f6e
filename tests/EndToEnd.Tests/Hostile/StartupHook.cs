using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

#pragma warning disable CA1050 // The runtime looks for this very name without a namespace (DOTNET_STARTUP_HOOKS).

/// <summary>
/// Runs inside of the real process before its own code and writes down every route that its web server really has, from the endpoint data sources of the
/// running server: a route that is added tomorrow is attacked tomorrow, and nobody has to remember it.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(EndToEnd.Tests.Hostile.ServedSite.RoutesVariable) is { Length: > 0 } file)
        {
            DiagnosticListener.AllListeners.Subscribe(new Listening(file));
        }
    }

    private static string Line(Endpoint endpoint, RouteEndpoint route)
    {
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        return $"{string.Join(',', methods)} /{route.RoutePattern.RawText?.TrimStart('/')}";
    }

    private sealed class Listening(string file) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
            {
                value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilt", Value: IHost host } && host.Services.GetService<EndpointDataSource>() is { } routes)
            {
                host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => Write(routes));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error) => throw error;

        private void Write(EndpointDataSource routes)
        {
            // Whole or not at all: whoever waits for the file reads it at once.
            File.WriteAllLines($"{file}.part", routes.Endpoints.OfType<RouteEndpoint>().Select(route => Line(route, route)));
            File.Move($"{file}.part", file);
        }
    }
}
