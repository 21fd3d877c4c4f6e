using Signage.Protocols.Dialogues;
using Signage.Protocols.Wire.Http;
using Signage.Protocols.Wire.Mqtt;

namespace Signage.Protocols.Wire.Captures;

/// <summary>Messages as the bytes that a capture of their medium would hold, so that whoever tells captures tells messages too.</summary>
public static class MessageCapture
{
    // Base topic and host are the link's affair and stand beside the line in a log; this one only keeps the place.
    private const string Somewhere = "card";

    /// <summary>A message to a card: a piece for each packet.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Of(WireMessage message) => message switch
    {
        WireMessage.Bytes bytes => [bytes.Data],
        WireMessage.Datagrams datagrams => datagrams.Packets,
        WireMessage.Topic topic => [Publish(topic.Name, topic.Payload)],
        WireMessage.Request request => [HttpCodec.Bytes(request, host: "")],
        _ => [],
    };

    /// <summary>A message from a card.</summary>
    public static ReadOnlyMemory<byte> Of(WireAnswer answer) => answer switch
    {
        WireAnswer.Datagram datagram => datagram.Data,
        WireAnswer.Topic topic => Publish(topic.Name, topic.Payload),
        WireAnswer.Reply reply => HttpCodec.Bytes(reply),
        _ => ReadOnlyMemory<byte>.Empty,
    };

    private static byte[] Publish(string name, ReadOnlyMemory<byte> payload) => MqttCodec.Bytes(new MqttPublish($"{Somewhere}/{name}", payload));
}
