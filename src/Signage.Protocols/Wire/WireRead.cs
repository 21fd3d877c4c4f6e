namespace Signage.Protocols.Wire;

/// <summary>The three answers of a codec that looks for a packet. Noise on a line is ordinary: it is an answer, never an exception.</summary>
public enum WireRead
{
    /// <summary>No whole packet yet. The input was left exactly as it was.</summary>
    NeedMore,

    /// <summary>A packet was read; the input now starts after it.</summary>
    Packet,

    /// <summary>These bytes are no packet; the input now starts after what was judged.</summary>
    Malformed,
}
