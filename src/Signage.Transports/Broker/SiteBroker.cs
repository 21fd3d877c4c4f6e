using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MQTTnet.AspNetCore;
using MQTTnet.Server;
using Signage.Transports.Links;

namespace Signage.Transports.Broker;

/// <summary>The embedded MQTT broker of a small site: on this machine only, nothing without name and password, a wire and no memory.</summary>
public sealed class SiteBroker : IAsyncDisposable
{
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(5);

    private readonly WebApplication _host;
    private int _disposed;

    private SiteBroker(WebApplication host, Uri endpoint)
    {
        _host = host;
        Endpoint = endpoint;
    }

    /// <summary>Where it listens, without name and password: <c>mqtt://127.0.0.1:port</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts a broker; it listens when this returns.</summary>
    /// <exception cref="LinkException">The port is taken.</exception>
    public static async Task<SiteBroker> StartAsync(BrokerOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var host = Build(options);
        try
        {
            await host.StartAsync(cancellationToken).ConfigureAwait(false);
            var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
            var port = new Uri(addresses!.Addresses.Single()).Port;
            return new SiteBroker(host, new Uri($"mqtt://127.0.0.1:{port}"));
        }
        catch (IOException failure)
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw new LinkException($"127.0.0.1:{options.Port}: the broker cannot listen here; is the port taken?", failure);
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Says goodbye to every client, then closes the port. Takes a few seconds at most.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _host.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await _host.DisposeAsync().ConfigureAwait(false);
    }

    private static WebApplication Build(BrokerOptions options)
    {
        // The empty builder reads no environment, no settings files and logs nowhere: there is this one endpoint and no other.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxConcurrentConnections = options.MaxConnections;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.UseMqtt());
        });
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopWithin);
        builder.Services.AddHostedMqttServer(server => server.WithoutDefaultEndpoint().WithMaxPendingMessagesPerClient(1000));
        builder.Services.AddHostedService<BrokerGoodbye>();
        builder.Services.AddMqttConnectionHandler();
        builder.Services.AddConnections();
        var host = builder.Build();
        var doorkeeper = new BrokerDoorkeeper(options);
        host.Services.GetRequiredService<MqttServer>().ValidatingConnectionAsync += doorkeeper.ValidateAsync;
        return host;
    }
}
