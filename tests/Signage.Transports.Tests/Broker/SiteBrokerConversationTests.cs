using Signage.Testing.Servers;
using Signage.Transports.Broker;
using Signage.Transports.Broker.Rights;
using Signage.Transports.Tests.Mqtt;

namespace Signage.Transports.Tests.Broker;

/// <summary>The conversation over the broker of a site.</summary>
public sealed class SiteBrokerConversationTests : MqttConversationTests
{
    private readonly BrokerOptions _options = new()
    {
        Port = QuietPort.Find(),
        Gateways = [new BrokerAccount(
            "lamp", BrokerSecret.Of("card", 1000), [TopicRight.Publish("lamp/1/up", retain: true), TopicRight.Subscribe("lamp/1/down")])],
    };

    private SiteBroker? _broker;

    protected override async Task<Uri> StartBrokerAsync()
    {
        await StartBrokerAgainAsync();
        return new UriBuilder(_broker!.Endpoint) { UserName = _options.UserName, Password = _options.Password }.Uri;
    }

    protected override Uri CardOf(Uri line) => new UriBuilder(line) { UserName = "lamp", Password = "card" }.Uri;

    protected override async Task StopBrokerAsync()
    {
        if (_broker is { } running)
        {
            _broker = null;
            await running.DisposeAsync();
        }
    }

    protected override async Task StartBrokerAgainAsync() => _broker = await SiteBroker.StartAsync(_options, TimeProvider.System, Token);

    protected override Task RemoveBrokerAsync() => Task.CompletedTask;
}
