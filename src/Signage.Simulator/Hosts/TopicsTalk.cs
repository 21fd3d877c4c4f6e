using MQTTnet.Protocol;
using Signage.Protocols.Dialogues;
using Signage.Simulator.Cards;

namespace Signage.Simulator.Hosts;

/// <summary>A card with topics of its own below a base, QoS 0.</summary>
/// <param name="card">The card.</param>
/// <param name="topic">The base topic.</param>
internal sealed class TopicsTalk(IMessageCard card, string topic) : IMqttTalk
{
    /// <inheritdoc />
    public string Filter => $"{topic}/#";

    /// <inheritdoc />
    public MqttQualityOfServiceLevel Quality => MqttQualityOfServiceLevel.AtMostOnce;

    /// <inheritdoc />
    public IEnumerable<MqttWord> Answer(MqttWord heard) => heard.Topic.Length > topic.Length + 1
        ? Words(card.OnMessage(new WireMessage.Topic(heard.Topic[(topic.Length + 1)..], heard.Payload)))
        : [];

    /// <inheritdoc />
    public IEnumerable<MqttWord> Due() => Words(card.Due());

    private IEnumerable<MqttWord> Words(IReadOnlyList<WireAnswer> said) =>
        said.OfType<WireAnswer.Topic>().Select(answer => new MqttWord($"{topic}/{answer.Name}", answer.Payload.ToArray()));
}
