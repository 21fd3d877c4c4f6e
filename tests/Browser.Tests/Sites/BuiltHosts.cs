using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Browser.Tests.Sites;

/// <summary>Hears of every host that is built in this process while it listens, before the host starts: so a test has the routes and the services of the very web server that a site runs, and builds none of its own.</summary>
internal sealed class BuiltHosts : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<IHost> _hosts = new();
    private readonly ConcurrentQueue<IDisposable> _listening = new();
    private readonly Action<IHost> _built;

    /// <summary>Listens from now on.</summary>
    /// <param name="built">Told of each host.</param>
    public BuiltHosts(Action<IHost> built)
    {
        _built = built;
        _listening.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The host whose web server listens at an address.</summary>
    public IHost At(Uri address) => _hosts.Single(host => host.Services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.Any(one => new Uri(one) == address) == true);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
        {
            _listening.Enqueue(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "HostBuilt", Value: IHost host })
        {
            _built(host);
            _hosts.Enqueue(host);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error) => throw error;

    public void Dispose()
    {
        while (_listening.TryDequeue(out var one))
        {
            one.Dispose();
        }
    }
}
