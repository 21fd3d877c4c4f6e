namespace Signage.Protocols.Wire.Mqtt;

/// <summary>One PUBLISH packet of MQTT 3.1.1 at QoS 0.</summary>
/// <param name="Topic">The whole topic.</param>
/// <param name="Payload">May be empty.</param>
public sealed record MqttPublish(string Topic, ReadOnlyMemory<byte> Payload)
{
    /// <summary>What it is, without its content.</summary>
    public override string ToString() => $"publish {Topic} {Payload.Length} bytes";
}
