using Signage.Protocols.Dialogues;

namespace Signage.Transports.Decorators;

/// <summary>Messages of every kind with one bit of their content turned over; one without content stays as it is.</summary>
internal static class SpoiledBytes
{
    /// <summary>Bytes.</summary>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> clean, Random random)
    {
        if (clean.IsEmpty)
        {
            return clean;
        }

        var spoiled = clean.ToArray();
        spoiled[random.Next(spoiled.Length)] ^= (byte)(1 << random.Next(8));
        return spoiled;
    }

    /// <summary>What is sent.</summary>
    public static WireMessage Of(WireMessage clean, Random random) => clean switch
    {
        WireMessage.Topic topic => topic with { Payload = Of(topic.Payload, random) },
        WireMessage.Request request => request with { Body = Of(request.Body, random) },
        WireMessage.Bytes bytes => new WireMessage.Bytes(Of(bytes.Data, random)),
        _ => clean,
    };

    /// <summary>What comes in.</summary>
    public static WireAnswer Of(WireAnswer clean, Random random) => clean switch
    {
        WireAnswer.Datagram datagram => new WireAnswer.Datagram(Of(datagram.Data, random)),
        WireAnswer.Topic topic => topic with { Payload = Of(topic.Payload, random) },
        WireAnswer.Reply reply => reply with { Body = Of(reply.Body, random) },
        _ => clean,
    };
}
