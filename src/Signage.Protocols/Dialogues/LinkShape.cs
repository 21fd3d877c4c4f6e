namespace Signage.Protocols.Dialogues;

/// <summary>The four ways in which a link carries a conversation. A scheme has one; <c>mqtt</c> has two, and the profile says which.</summary>
public enum LinkShape
{
    /// <summary>Bytes in order, bounds mean nothing: serial, tcp, transparent mqtt.</summary>
    Stream,

    /// <summary>Packets that may get lost: udp.</summary>
    Datagram,

    /// <summary>Payloads on named topics below a base: native mqtt.</summary>
    Topics,

    /// <summary>One answer for each request: http.</summary>
    Exchange,
}
