using System.Diagnostics;
using System.Threading.Channels;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;
using Signage.Transports.Broker;

namespace Signage.Benchmarks.Broker;

/// <summary>A broker with the limits that everybody gets, its site, and a gateway that hears what the site says.</summary>
internal sealed class BrokerScene : IAsyncDisposable
{
    /// <summary>Below the pace that a client may keep: two hundred messages a second.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly SiteBroker _broker;
    private readonly IMqttClient _site;
    private readonly IMqttClient _gateway;
    private readonly Channel<long> _heard = Channel.CreateUnbounded<long>();

    private BrokerScene(SiteBroker broker, IMqttClient site, IMqttClient gateway) => (_broker, _site, _gateway) = (broker, site, gateway);

    public int Port => _broker.Endpoint.Port;

    public string Refusals => string.Join(", ", _broker.Counters.Refusals.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}"));

    public static async Task<BrokerScene> StartAsync()
    {
        var options = new BrokerOptions
        {
            Password = "site",
            Gateways =
            [
                BrokerAccount.Gateway("lamp", BrokerSecret.Of("lamp"), "signage/lamp"), BrokerAccount.Gateway("gate", BrokerSecret.Of("gate"), "signage/gate"),
            ],
        };
        var broker = await SiteBroker.StartAsync(options, TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
        var scene = new BrokerScene(broker, await DialAsync(broker, "signage", "site").ConfigureAwait(false), await DialAsync(broker, "lamp", "lamp").ConfigureAwait(false));
        scene._gateway.ApplicationMessageReceivedAsync += _ =>
        {
            scene._heard.Writer.TryWrite(Stopwatch.GetTimestamp());
            return Task.CompletedTask;
        };
        await scene._gateway.SubscribeAsync("signage/lamp/down", MqttQualityOfServiceLevel.AtLeastOnce).ConfigureAwait(false);
        return scene;
    }

    /// <summary>Milliseconds from a message's start to its arrival, one after the other.</summary>
    public async Task<List<double>> SampleAsync(TimeSpan spell)
    {
        var times = new List<double>();
        var message = new MqttApplicationMessage { Topic = "signage/lamp/down", PayloadSegment = new byte[256], QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce };
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < spell)
        {
            var start = Stopwatch.GetTimestamp();
            await _site.PublishAsync(message).ConfigureAwait(false);
            times.Add(Stopwatch.GetElapsedTime(start, await _heard.Reader.ReadAsync().ConfigureAwait(false)).TotalMilliseconds);
            await Task.Delay(Pause, TimeProvider.System).ConfigureAwait(false);
        }

        return times;
    }

    public async ValueTask DisposeAsync()
    {
        _site.Dispose();
        _gateway.Dispose();
        await _broker.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<IMqttClient> DialAsync(SiteBroker broker, string name, string password)
    {
        var client = new MqttClientFactory().CreateMqttClient();
        var options = new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", broker.Endpoint.Port).WithProtocolVersion(MqttProtocolVersion.V500)
            .WithCredentials(name, password).WithClientId($"{name}/bench").Build();
        await client.ConnectAsync(options).ConfigureAwait(false);
        return client;
    }
}
