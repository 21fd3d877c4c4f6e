namespace Signage.Simulator.Cards.Ddp;

/// <summary>
/// A packet as a display reads it, byte by byte from the protocol page alone (docs/protocols/ddp.md, sections 1 and 2) and sharing nothing with the adapter:
/// whatever the sender got wrong must not be read wrong the same way here. What the document reserves must be zero, and a datagram is one packet to its last byte.
/// </summary>
internal sealed class HeardPacket
{
    /// <summary>The output that every display has.</summary>
    public const int DisplayId = 1;

    /// <summary>JSON status.</summary>
    public const int StatusId = 251;

    /// <summary>Every output.</summary>
    public const int AllId = 255;

    private const int Head = 10;
    private const int Time = 4;
    private const int MostData = 1440;
    private readonly ReadOnlyMemory<byte> _bytes;

    private HeardPacket(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    /// <summary>Whether the buffer is to be lit.</summary>
    public bool Push => Flag(0);

    /// <summary>Whether it asks; in a reply that means nothing.</summary>
    public bool Asks => Flag(1) && !Replies;

    /// <summary>Whether it comes from another display.</summary>
    public bool Replies => Flag(2);

    /// <summary>Whether the data is in a storage instead of in the packet.</summary>
    public bool FromStorage => Flag(3);

    /// <summary>The moment that the data is for, 1/65,536 seconds; null when none is stamped.</summary>
    public uint? Timecode => Flag(4) ? Number(Head) : null;

    /// <summary>1 to 15, or 0 for a sender that does not count.</summary>
    public byte Sequence => _bytes.Span[1];

    /// <summary>What the sender says that the data is.</summary>
    public byte DataType => _bytes.Span[2];

    /// <summary>Which output it is for.</summary>
    public byte Id => _bytes.Span[3];

    /// <summary>Where in the buffer the data begins, in bytes.</summary>
    public uint Offset => Number(4);

    /// <summary>The data; what asks has none.</summary>
    public ReadOnlyMemory<byte> Data => _bytes[HeadOf(_bytes.Span)..];

    /// <summary>Reads a datagram.</summary>
    /// <returns>Its packet; null for what a display refuses to read.</returns>
    public static HeardPacket? Read(ReadOnlyMemory<byte> datagram)
    {
        var bytes = datagram.Span;
        if (bytes.Length < Head
            || bytes[0] >> 5 != 0b010    // version 1, and the bit behind it zero
            || bytes[1] >> 4 != 0        // a number of four bits
            || (bytes[2] & 0b0100_0000) != 0
            || bytes[3] == 0)
        {
            return null;
        }

        // What asks names the bytes that it wants, and brings none.
        var packet = new HeardPacket(datagram);
        var brings = packet.Asks ? 0 : (bytes[8] << 8) + bytes[9];
        return brings <= MostData && bytes.Length == HeadOf(bytes) + brings ? packet : null;
    }

    /// <summary>A reply of a display, all of it in one packet.</summary>
    /// <param name="id">What was asked about.</param>
    /// <param name="data">What is told; empty for a display that cannot be read there.</param>
    public static byte[] Reply(byte id, ReadOnlySpan<byte> data) =>
        [0b0100_0101, 0, 0, id, 0, 0, 0, 0, (byte)(data.Length >> 8), (byte)(data.Length & 0xFF), .. data];

    private static int HeadOf(ReadOnlySpan<byte> bytes) => (bytes[0] & 0b0001_0000) == 0 ? Head : Head + Time;

    private bool Flag(int bit) => (_bytes.Span[0] >> bit & 1) == 1;

    private uint Number(int at)
    {
        var four = _bytes.Span.Slice(at, 4);
        return ((uint)four[0] << 24) | ((uint)four[1] << 16) | ((uint)four[2] << 8) | four[3];
    }
}
