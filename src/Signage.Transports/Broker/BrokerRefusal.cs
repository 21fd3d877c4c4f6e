namespace Signage.Transports.Broker;

/// <summary>Why a broker closed a connection or did not do what a client asked.</summary>
public enum BrokerRefusal
{
    /// <summary>At the door: as many connections as there may be.</summary>
    TooManyConnections,

    /// <summary>At the door: as many from this address as there may be.</summary>
    TooManyFromAddress,

    /// <summary>At the door: as many that are not let in yet as there may be.</summary>
    TooManyStrangers,

    /// <summary>At the door, or before a password was looked at: this address comes too often.</summary>
    TooManyAttempts,

    /// <summary>Closed: the first packet was no CONNECT.</summary>
    NotConnectFirst,

    /// <summary>Closed: the first packet announced more bytes than a stranger may send.</summary>
    ConnectTooLarge,

    /// <summary>Closed: the first packet was not complete in time.</summary>
    ConnectTooLate,

    /// <summary>Closed: a second CONNECT.</summary>
    SecondConnect,

    /// <summary>Closed: a packet announced more bytes than packets may have.</summary>
    PacketTooLarge,

    /// <summary>Closed: a packet was not complete in time.</summary>
    PacketTooSlow,

    /// <summary>Closed: a remaining length of more than four bytes, or longer than need be, or one that this packet cannot have.</summary>
    WrongLength,

    /// <summary>Closed: a packet type that no client sends, or flags that this type does not have.</summary>
    WrongPacket,

    /// <summary>Closed: a packet of quality of service 2, which this broker does not do.</summary>
    QualityOfService,

    /// <summary>Closed: the connection ended inside a packet.</summary>
    CutShort,

    /// <summary>Closed: the body of a packet made no sense.</summary>
    NotUnderstood,

    /// <summary>Closed: nothing was said for a long time.</summary>
    Idle,

    /// <summary>Closed: the client does not read what is sent to it.</summary>
    DoesNotRead,

    /// <summary>Closed: the client does not acknowledge what is sent to it.</summary>
    DoesNotAcknowledge,

    /// <summary>Closed: a topic alias, of which this broker allows none.</summary>
    TopicAlias,

    /// <summary>Closed: a topic or a filter that is none: empty, too long, not UTF-8, control characters, wildcards in a wrong place.</summary>
    WrongTopic,

    /// <summary>Refused: unknown name, wrong password or another way to prove who one is.</summary>
    WrongLogin,

    /// <summary>Refused: the client id does not belong to the account.</summary>
    WrongClientId,

    /// <summary>Refused: as many connections of this account as there may be.</summary>
    TooManyOfAccount,

    /// <summary>Refused: a client with this id came in just now.</summary>
    TakenJustNow,

    /// <summary>Denied: a message, or a will, to a topic without the right to it.</summary>
    MayNotPublish,

    /// <summary>Denied: a message that is to be kept, without the right to keep one there.</summary>
    MayNotRetain,

    /// <summary>Denied: a filter that is wider than every right.</summary>
    MayNotSubscribe,

    /// <summary>Denied: one filter too many.</summary>
    TooManySubscriptions,
}
