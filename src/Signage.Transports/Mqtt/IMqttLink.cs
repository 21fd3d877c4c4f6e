using MQTTnet;
using Signage.Transports.Links;

namespace Signage.Transports.Mqtt;

/// <summary>A link over a broker, before and after it is connected.</summary>
internal interface IMqttLink : IPanelLink
{
    /// <summary>Connects and listens.</summary>
    /// <exception cref="LinkException">The broker refused.</exception>
    Task ConnectAsync(MqttClientOptions options, CancellationToken cancellationToken);
}
