using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MQTTnet.AspNetCore;
using MQTTnet.Server;
using Signage.Core.Text;
using Signage.Transports.Broker.Guard;
using Signage.Transports.Links;

namespace Signage.Transports.Broker;

/// <summary>The embedded MQTT broker of a small site: on this machine only, nothing without an account and a right, a wire and no memory. See docs/broker.md.</summary>
public sealed class SiteBroker : IAsyncDisposable
{
    private const int ReadAhead = 16 * 1024;
    private const int WriteAhead = 64 * 1024;
    private const int AcceptAhead = 128;
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(5);

    private readonly WebApplication _host;
    private readonly PacketGuard _guard;
    private int _disposed;

    private SiteBroker(WebApplication host, Uri endpoint)
    {
        _host = host;
        _guard = host.Services.GetRequiredService<PacketGuard>();
        Endpoint = endpoint;
    }

    /// <summary>Where it listens, without name and password: <c>mqtt://127.0.0.1:port</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>What it has seen since it started, for health.</summary>
    public BrokerCounters Counters => _guard.Counters;

    /// <summary>Starts a broker; it listens when this returns.</summary>
    /// <param name="options">Who may come in, and how much it carries.</param>
    /// <param name="time">Counts deadlines: line time.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="LinkException">The port is taken.</exception>
    /// <exception cref="ArgumentException">Two accounts have one name, or a limit makes no sense.</exception>
    public static async Task<SiteBroker> StartAsync(BrokerOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        options.Limits.Check();
        var host = Build(options, time);
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
            throw new LinkException(Words.BrokerPortTaken.With(options.Port), failure);
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

    private static WebApplication Build(BrokerOptions options, TimeProvider time)
    {
        // The empty builder reads no environment, no settings files and logs nowhere: there is this one endpoint and no other.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port, listen =>
        {
            var guard = listen.ApplicationServices.GetRequiredService<PacketGuard>();
            listen.Use(next => connection => guard.GuardAsync(connection, next)).UseMqtt();
        }));
        builder.Services.Configure<SocketTransportOptions>(sockets =>
        {
            // A client that is not read is not heard beyond this; a packet under way may take more, up to its own limit.
            (sockets.MaxReadBufferSize, sockets.MaxWriteBufferSize, sockets.Backlog) = (ReadAhead, WriteAhead, AcceptAhead);
        });

        // Of several factories the web server asks the last one first.
        builder.Services.AddSingleton<IConnectionListenerFactory>(services => new PacedDoor(
            ActivatorUtilities.CreateInstance<SocketTransportFactory>(services), options.Limits, time));
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopWithin);
        builder.Services.AddSingleton(options.Limits);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<RefusalTally>();
        builder.Services.AddSingleton<ConnectionGate>();
        builder.Services.AddSingleton<PacketGuard>();
        builder.Services.AddSingleton(services => new LoginBook(AccountsOf(options), services.GetRequiredService<ConnectionGate>(), time));
        builder.Services.AddSingleton<BrokerDoors>();
        builder.Services.AddSingleton<BrokerDoorkeeper>();
        builder.Services.AddSingleton<TopicWarden>();
        builder.Services.AddSingleton<PacketWarden>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PacketGuard>());
        builder.Services.AddHostedMqttServer(server => server.WithoutDefaultEndpoint()
            .WithDefaultCommunicationTimeout(options.Limits.ConnectWithin + options.Limits.ConnectWithin)
            .WithMaxPendingMessagesPerClient(options.Limits.BacklogMessages));
        builder.Services.AddHostedService<BrokerGoodbye>();
        builder.Services.AddMqttConnectionHandler();
        builder.Services.AddConnections();
        var host = builder.Build();
        Guard(host.Services);
        return host;
    }

    private static IEnumerable<BrokerAccount> AccountsOf(BrokerOptions options) =>
        [.. options.Gateways, .. options.Others, BrokerAccount.Opposite(options.UserName, BrokerSecret.Of(options.Password), options.Gateways)];

    private static void Guard(IServiceProvider services)
    {
        var server = services.GetRequiredService<MqttServer>();
        server.ValidatingConnectionAsync += services.GetRequiredService<BrokerDoorkeeper>().ValidateAsync;
        var topics = services.GetRequiredService<TopicWarden>();
        server.InterceptingPublishAsync += topics.OnPublishAsync;
        server.InterceptingSubscriptionAsync += topics.OnSubscribeAsync;
        server.InterceptingUnsubscriptionAsync += TopicWarden.OnUnsubscribeAsync;
        var packets = services.GetRequiredService<PacketWarden>();
        server.InterceptingInboundPacketAsync += packets.OnInboundAsync;
        server.InterceptingOutboundPacketAsync += packets.OnOutboundAsync;
        server.ClientConnectedAsync += packets.OnConnectedAsync;
        server.InterceptingClientEnqueueAsync += packets.OnEnqueueAsync;
        server.ClientAcknowledgedPublishPacketAsync += packets.OnAcknowledgedAsync;
        server.SessionDeletedAsync += packets.OnDeletedAsync;
    }
}
