namespace Signage.Protocols.Tests.SecondDecoder;

/// <summary>What only the header of an ordinary frame says, protocol page, section 3.</summary>
internal sealed record PlainOrdinary(int ProtocolType, int PhysicalType, int Sequence, int LongestFrame, int Random, string Secret);
