using System.Globalization;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>One frame of the family, either kind. Numbers of two bytes are little-endian on the wire.</summary>
/// <param name="Destination">Screen number; FE FF on the wire (0xFFFE) means any screen.</param>
/// <param name="Source">Sender; 00 80 on the wire (0x8000) is the controller.</param>
/// <param name="DeviceType">Card type; FE FF on the wire while unknown.</param>
/// <param name="Body">What is asked or answered, see <see cref="Bx6Body"/>.</param>
internal abstract record Bx6Packet(ushort Destination, ushort Source, ushort DeviceType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Any screen, and any card type.</summary>
    public const ushort Any = 0xFFFE;

    /// <summary>What the vendor's sample writes for any screen.</summary>
    public const ushort Everyone = 0xFFFF;

    /// <summary>The controller's own address.</summary>
    public const ushort Controller = 0x8000;

    /// <summary>
    /// The longest body that is ever read, in bytes: the 64 K that the family takes (section 7). The frame round it is not counted; this bounds memory. What is
    /// sent keeps to the shorter length that the vendor advises, <c>packets.maxBytes</c> of the profile.
    /// </summary>
    public const int LongestBody = 65_536;

    /// <summary>True for the addresses that every screen obeys.</summary>
    public static bool IsAny(ushort address) => address is Any or Everyone;

    /// <summary>The body as text fit for a log line.</summary>
    protected string BodyText => $"{Bx6Body.Name(Body.Span)} {Convert.ToHexString(Body.Span[..Math.Min(Body.Length, 24)])}{(Body.Length > 24 ? "…" : "")}";
}

/// <summary>An ordinary command frame (section 3).</summary>
internal sealed record Bx6Ordinary(ushort Destination, ushort Source, ushort DeviceType, ReadOnlyMemory<byte> Body)
    : Bx6Packet(Destination, Source, DeviceType, Body)
{
    /// <summary>07 for the sixth generation.</summary>
    public byte Version { get; init; } = 7;

    /// <summary>00 in everything recorded.</summary>
    public byte ProtocolType { get; init; }

    /// <summary>0 serial, 1 TCP, 2 GPRS; 00 in everything recorded.</summary>
    public byte PhyType { get; init; }

    /// <summary>Byte 9; 00 in everything recorded.</summary>
    public byte Reserved9 { get; init; }

    /// <summary>Any number; a card may echo it.</summary>
    public ushort Sequence { get; init; }

    /// <summary>Longest frame in units of 16 bytes; 90 01 on the wire in everything recorded.</summary>
    public ushort MaxFrame { get; init; } = 0x0190;

    /// <summary>0x96 means that nothing is encrypted.</summary>
    public byte Encryption { get; init; } = 0x96;

    /// <summary>Any number.</summary>
    public byte Random { get; init; }

    /// <summary>Six bytes of secret, as a little-endian number; zero without encryption.</summary>
    public ulong Secret { get; init; }

    /// <summary>Byte 26; 00 in everything recorded.</summary>
    public byte Reserved26 { get; init; }

    /// <inheritdoc />
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"bx6 {Source:X4}→{Destination:X4} type {DeviceType:X4} seq {Sequence} {BodyText}");
}

/// <summary>A frame for dynamic areas, version byte F0 (section 4). It carries no sequence.</summary>
internal sealed record Bx6Dynamic(ushort Destination, ushort Source, ushort DeviceType, ReadOnlyMemory<byte> Body)
    : Bx6Packet(Destination, Source, DeviceType, Body)
{
    /// <summary>Byte 5; 00 in everything recorded.</summary>
    public byte Reserved5 { get; init; }

    /// <summary>Bytes 8 to 11; 00 in everything recorded.</summary>
    public uint Reserved8 { get; init; }

    /// <summary>True when the sender put FFFF for the check value, which means "not checked".</summary>
    public bool Unchecked { get; init; }

    /// <inheritdoc />
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"bx6 dynamic {Source:X4}→{Destination:X4} type {DeviceType:X4} {BodyText}");
}
