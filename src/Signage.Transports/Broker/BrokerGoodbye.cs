using Microsoft.Extensions.Hosting;
using MQTTnet.Server;

namespace Signage.Transports.Broker;

/// <summary>
/// Lets the broker say goodbye to its clients before the web server under it stops: that one would wait for its connections to end by themselves,
/// and an MQTT connection never does.
/// </summary>
internal sealed class BrokerGoodbye(MqttServer server) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs before anything else stops. The token is the host's own deadline: a client that takes no goodbye is cut off with the rest.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken) =>
        await server.StopAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
