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
    private const int MostWaiting = 64;

    private readonly MqttEndpoint _place;
    private readonly MqttSession _session;
    private readonly Channel<WireAnswer> _heard = Channel.CreateBounded<WireAnswer>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    public MqttTopicsLink(IMqttClient client, MqttEndpoint place, string name, TimeProvider time)
    {
        _place = place;
        _session = new MqttSession(client, name, time, Hear, () => _heard.Writer.TryComplete());
    }

    public LinkShape Shape => LinkShape.Topics;

    public ChannelReader<WireAnswer> Input => _heard.Reader;

    public string WhyClosed => Words.MqttGone.With(_session.Name);

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
        _heard.Writer.TryComplete();
        return _session.DisposeAsync();
    }

    private void Hear(string topic, ReadOnlySequence<byte> payload)
    {
        if (topic.Length > _place.Topic.Length + 1)
        {
            _heard.Writer.TryWrite(new WireAnswer.Topic(topic[(_place.Topic.Length + 1)..], payload.ToArray()));
        }
    }
}
