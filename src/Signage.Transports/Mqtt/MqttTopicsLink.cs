using System.Buffers;
using System.Threading.Channels;
using MQTTnet;
using MQTTnet.Protocol;
using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Transports.Mqtt;

/// <summary>One MQTT session with a card that has topics of its own below a base. Everything below the base is heard but what we said ourselves.</summary>
internal sealed class MqttTopicsLink : IMessageLink, IMqttLink
{
    private readonly MqttEndpoint _place;
    private readonly MqttSession _session;
    private readonly TopicQueue _heard = new();

    public MqttTopicsLink(IMqttClient client, MqttEndpoint place, string name, TimeProvider time)
    {
        _place = place;
        _session = new MqttSession(client, name, time, Hear, _heard.Complete);
    }

    public LinkShape Shape => LinkShape.Topics;

    public ChannelReader<WireAnswer> Input => _heard.Input;

    public string WhyClosed => Refusal ?? Words.MqttGone.With(_session.Name);

    public string? Refusal => _heard.Overflowed ? Words.MqttTooMuch.With(_session.Name, $"{_place.Topic}/#") : null;

    public Task ConnectAsync(MqttClientOptions options, CancellationToken cancellationToken) =>
        _session.ConnectAsync(options, $"{_place.Topic}/#", MqttQualityOfServiceLevel.AtMostOnce, cancellationToken);

    public ValueTask SendAsync(WireMessage message, CancellationToken cancellationToken)
    {
        var topic = (WireMessage.Topic)message;
        return _session.PublishAsync(
            $"{_place.Topic}/{topic.Name}", [topic.Payload.ToArray()], MqttQualityOfServiceLevel.AtMostOnce, () => WhyClosed, cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _heard.Complete();
        return _session.DisposeAsync();
    }

    private void Hear(string topic, ReadOnlySequence<byte> payload)
    {
        if (topic.Length > _place.Topic.Length + 1)
        {
            _heard.Add(new WireAnswer.Topic(topic[(_place.Topic.Length + 1)..], payload.ToArray()));
        }
    }
}
