using System.Net;
using MQTTnet.Protocol;
using MQTTnet.Server;
using Signage.Testing.Servers;

namespace Signage.Transports.Tests.Mqtt;

/// <summary>A broker that lets everybody in and nobody listen. (Mosquitto's access list never refuses a subscription; it only keeps the messages back.)</summary>
internal sealed class DenyingBroker : IAsyncDisposable
{
    private readonly MqttServer _server;

    private DenyingBroker(MqttServer server, int port)
    {
        _server = server;
        Port = port;
        server.InterceptingSubscriptionAsync += wish =>
        {
            (wish.Response.ReasonCode, wish.ProcessSubscription) = (MqttSubscribeReasonCode.NotAuthorized, false);
            return Task.CompletedTask;
        };
    }

    public int Port { get; }

    public static async Task<DenyingBroker> StartAsync()
    {
        var port = QuietPort.Find();
        var options = new MqttServerOptionsBuilder().WithDefaultEndpoint().WithDefaultEndpointPort(port)
            .WithDefaultEndpointBoundIPAddress(IPAddress.Loopback).WithDefaultEndpointBoundIPV6Address(IPAddress.None).Build();
        var broker = new DenyingBroker(new MqttServerFactory().CreateMqttServer(options), port);
        await broker._server.StartAsync();
        return broker;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        _server.Dispose();
    }
}
