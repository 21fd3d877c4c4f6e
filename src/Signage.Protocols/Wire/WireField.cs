using System.Text.Json.Serialization;

namespace Signage.Protocols.Wire;

/// <summary>One named field of a packet, for people: <c>decode</c>, logs and the inspector all print these.</summary>
/// <param name="Offset">First byte, counted from the start of the bytes as they were on the wire (escaping included).</param>
/// <param name="Length">Bytes on the wire.</param>
/// <param name="Name">What the protocol page calls it.</param>
/// <param name="Value">Its value, written for a person.</param>
public sealed record WireField(int Offset, int Length, string Name, string Value)
{
    /// <summary>
    /// True for what is shown, or what a card says of itself: it may hold words, names or a password of the network. Whoever reads a capture asked for it; a log
    /// tells that it was there, and not what it was.
    /// </summary>
    [JsonIgnore]
    public bool IsContent { get; init; }
}
