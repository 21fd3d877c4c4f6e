namespace Signage.Transports.Mqtt.Hearing;

/// <summary>A document that came on a topic.</summary>
/// <param name="Payload">The bytes as they came.</param>
/// <param name="AcknowledgeAsync">Says to the broker that it is kept for good; one that nobody acknowledges comes again in the next session. Without effect on QoS 0.</param>
public sealed record MqttDelivery(byte[] Payload, Func<CancellationToken, Task> AcknowledgeAsync);
