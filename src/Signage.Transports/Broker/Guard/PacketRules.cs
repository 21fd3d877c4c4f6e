namespace Signage.Transports.Broker.Guard;

/// <summary>Which packets a client may send, judged by their fixed headers alone: before a body has come, nobody needs to make room for it.</summary>
internal static class PacketRules
{
    private const int FlagsOfRequests = 2;
    private const int FlagDuplicate = 8;

    /// <summary>What is wrong with type and flags; null when nothing is.</summary>
    /// <param name="header">The header; its length need not be known.</param>
    /// <param name="first">True for the first packet of a connection.</param>
    public static BrokerRefusal? JudgeType(PacketHeader header, bool first)
    {
        if (first)
        {
            return header.Type != PacketType.Connect ? BrokerRefusal.NotConnectFirst
                : header.Flags != 0 ? BrokerRefusal.WrongPacket
                : null;
        }

        return header.Type switch
        {
            PacketType.Connect => BrokerRefusal.SecondConnect,
            PacketType.Publish => JudgePublish(header),
            PacketType.PublishAnswer or PacketType.Ping or PacketType.Disconnect => header.Flags == 0 ? null : BrokerRefusal.WrongPacket,
            PacketType.Subscribe or PacketType.Unsubscribe => header.Flags == FlagsOfRequests ? null : BrokerRefusal.WrongPacket,

            // The three steps of quality of service 2, which never began.
            PacketType.Received or PacketType.Release or PacketType.Complete => BrokerRefusal.QualityOfService,
            _ => BrokerRefusal.WrongPacket,
        };
    }

    /// <summary>What is wrong with the length; null when nothing is.</summary>
    public static BrokerRefusal? JudgeLength(PacketHeader header, bool first, BrokerLimits limits)
    {
        if (first)
        {
            return header.TotalBytes > limits.ConnectBytes ? BrokerRefusal.ConnectTooLarge : null;
        }

        if (header.TotalBytes > limits.PacketBytes)
        {
            return BrokerRefusal.PacketTooLarge;
        }

        return (header.Type == PacketType.Ping && header.BodyBytes != 0) || (header.Type == PacketType.PublishAnswer && header.BodyBytes < 2)
            ? BrokerRefusal.WrongLength
            : null;
    }

    /// <summary>True for packets that the broker answers.</summary>
    public static bool AsksForAnswer(PacketHeader header) => header.Type is PacketType.Subscribe or PacketType.Unsubscribe or PacketType.Ping
        || (header.Type == PacketType.Publish && header.QualityOfService == 1);

    /// <summary>True for packets that answer those.</summary>
    public static bool IsAnswer(PacketType type) =>
        type is PacketType.PublishAnswer or PacketType.SubscribeAnswer or PacketType.UnsubscribeAnswer or PacketType.PingAnswer;

    private static BrokerRefusal? JudgePublish(PacketHeader header) => header.QualityOfService switch
    {
        0 => (header.Flags & FlagDuplicate) == 0 ? null : BrokerRefusal.WrongPacket,
        1 => null,
        2 => BrokerRefusal.QualityOfService,
        _ => BrokerRefusal.WrongPacket,
    };
}
