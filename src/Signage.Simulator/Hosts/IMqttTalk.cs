using MQTTnet.Protocol;

namespace Signage.Simulator.Hosts;

/// <summary>One message on a broker.</summary>
/// <param name="Topic">The whole topic.</param>
/// <param name="Payload">What was said.</param>
internal sealed record MqttWord(string Topic, byte[] Payload);

/// <summary>What a card on a broker listens to and says.</summary>
internal interface IMqttTalk
{
    /// <summary>The topics that it listens to.</summary>
    string Filter { get; }

    /// <summary>How sure its messages are.</summary>
    MqttQualityOfServiceLevel Quality { get; }

    /// <summary>What it says to what it heard.</summary>
    IEnumerable<MqttWord> Answer(MqttWord heard);

    /// <summary>What it says by now without having heard anything.</summary>
    IEnumerable<MqttWord> Due() => [];
}
