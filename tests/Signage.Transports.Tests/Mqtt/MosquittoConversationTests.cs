using Signage.Testing.Servers;
namespace Signage.Transports.Tests.Mqtt;

/// <summary>The conversation over a real Mosquitto.</summary>
public sealed class MosquittoConversationTests : MqttConversationTests
{
    private MosquittoServer? _broker;

    protected override async Task<Uri> StartBrokerAsync()
    {
        _broker = await MosquittoServer.StartAsync(Token);
        return _broker.Endpoint;
    }

    protected override Task StopBrokerAsync() => _broker?.StopAsync() ?? Task.CompletedTask;

    protected override Task StartBrokerAgainAsync() => _broker!.StartAgainAsync(Token);

    protected override async Task RemoveBrokerAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }
    }
}
