namespace Signage.Protocols.Wire;

/// <summary>One stretch of a capture, told to a person.</summary>
/// <param name="Offset">Where it starts in the capture, in bytes.</param>
/// <param name="Length">How many bytes it takes.</param>
/// <param name="Packet">What it is, such as <c>dynamic update</c>; <c>noise</c> when it is no packet.</param>
/// <param name="Error">Why it is not valid, in one line; null when it is.</param>
/// <param name="Fields">Its fields; offsets count from the start of the capture.</param>
public sealed record DecodedPacket(int Offset, int Length, string Packet, string? Error, IReadOnlyList<WireField> Fields)
{
    /// <summary>True when the packet reads and its checksums are right.</summary>
    public bool Valid => Error is null;
}
