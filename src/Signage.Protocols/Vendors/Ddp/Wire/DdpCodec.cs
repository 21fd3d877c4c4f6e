using System.Buffers;
using System.Buffers.Binary;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Ddp.Wire;

/// <summary>
/// Packets of DDP and bytes. Strict: what the document reserves must be zero. A datagram holds one packet; a capture, or TCP, has them one behind
/// the other. There is no check value, so packets are found by their reserved bits and their length alone.
/// </summary>
internal sealed class DdpCodec : IWireCodec<DdpPacket>
{
    /// <summary>Bytes before the data when no time is stamped.</summary>
    public const int ShortHead = 10;

    /// <summary>Bytes before the data with a time.</summary>
    public const int LongHead = 14;

    /// <summary>Most bytes of data in a packet: 480 pixels of three bytes (docs/protocols/ddp.md, section 1).</summary>
    public const int MaxData = 1440;

    internal const byte PushFlag = 0x01;
    internal const byte QueryFlag = 0x02;
    internal const byte ReplyFlag = 0x04;
    internal const byte StorageFlag = 0x08;
    internal const byte TimeFlag = 0x10;
    internal const byte ReservedFlag = 0x20;
    private const byte VersionMask = 0xC0;
    private const byte VersionOne = 0x40;
    private const byte ReservedOfType = 0x40;

    /// <inheritdoc/>
    public void Write(DdpPacket packet, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(packet);
        ArgumentNullException.ThrowIfNull(output);
        var head = output.GetSpan(LongHead);
        head[0] = Flags(packet);
        head[1] = packet.Sequence;
        head[2] = packet.DataType;
        head[3] = packet.Id;
        BinaryPrimitives.WriteUInt32BigEndian(head[4..], packet.Offset);
        BinaryPrimitives.WriteUInt16BigEndian(head[8..], packet.Asks ? packet.Wanted : (ushort)packet.Data.Length);
        if (packet.Timecode is { } time)
        {
            BinaryPrimitives.WriteUInt32BigEndian(head[ShortHead..], time);
        }

        output.Advance(packet.Timecode is null ? ShortHead : LongHead);
        output.Write(packet.Data.Span);
    }

    /// <summary>One packet as bytes.</summary>
    public byte[] ToBytes(DdpPacket packet)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(packet, output);
        return output.WrittenSpan.ToArray();
    }

    /// <inheritdoc/>
    public WireRead TryRead(ref ReadOnlySequence<byte> input, out DdpPacket? packet)
    {
        packet = null;
        Span<byte> head = stackalloc byte[LongHead];
        head = head[..(int)Math.Min(input.Length, LongHead)];
        input.Slice(0, head.Length).CopyTo(head);
        if (Complaint(head) is not null)
        {
            input = input.Slice(1);
            return WireRead.Malformed;
        }

        if (head.Length < ShortHead || input.Length < HeadOf(head[0]) + DataOf(head))
        {
            return WireRead.NeedMore;
        }

        var (length, data) = (HeadOf(head[0]), DataOf(head));
        packet = Read(head, input.Slice(length, data).ToArray());
        input = input.Slice(length + data);
        return WireRead.Packet;
    }

    /// <summary>Reads the one packet of a datagram; null when it is none, or when its length is not what it says.</summary>
    public DdpPacket? ReadDatagram(ReadOnlyMemory<byte> datagram)
    {
        var input = new ReadOnlySequence<byte>(datagram);
        return TryRead(ref input, out var packet) == WireRead.Packet && input.IsEmpty ? packet : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<WireField> Describe(ReadOnlySpan<byte> raw) => DdpDescribe.Fields(raw);

    /// <summary>Why bytes are no start of a packet; null while they may be one.</summary>
    public static string? Complaint(ReadOnlySpan<byte> start) =>
        start.IsEmpty ? null
        : (start[0] & VersionMask) != VersionOne ? "not version 1"
        : (start[0] & ReservedFlag) != 0 ? "reserved bit of the flags is set"
        : start.Length > 1 && start[1] > 15 ? "reserved bits of the sequence are set"
        : start.Length > 2 && (start[2] & ReservedOfType) != 0 ? "reserved bit of the data type is set"
        : start.Length > 3 && start[3] == 0 ? "id 0 is reserved"
        : start.Length >= ShortHead && DataOf(start) > MaxData ? "more than 1440 bytes of data"
        : null;

    /// <summary>Bytes of the header that some flags announce.</summary>
    internal static int HeadOf(byte flags) => (flags & TimeFlag) != 0 ? LongHead : ShortHead;

    // A query says how much it wants and brings nothing.
    private static int DataOf(ReadOnlySpan<byte> head) =>
        (head[0] & (QueryFlag | ReplyFlag)) == QueryFlag ? 0 : BinaryPrimitives.ReadUInt16BigEndian(head[8..]);

    private static DdpPacket Read(ReadOnlySpan<byte> head, byte[] data)
    {
        var flags = head[0];
        var asks = (flags & (QueryFlag | ReplyFlag)) == QueryFlag;
        return new DdpPacket
        {
            Push = (flags & PushFlag) != 0,
            Query = (flags & QueryFlag) != 0,
            Reply = (flags & ReplyFlag) != 0,
            Storage = (flags & StorageFlag) != 0,
            Timecode = (flags & TimeFlag) != 0 ? BinaryPrimitives.ReadUInt32BigEndian(head[ShortHead..]) : null,
            Sequence = head[1],
            DataType = head[2],
            Id = head[3],
            Offset = BinaryPrimitives.ReadUInt32BigEndian(head[4..]),
            Wanted = asks ? BinaryPrimitives.ReadUInt16BigEndian(head[8..]) : (ushort)0,
            Data = data,
        };
    }

    private static byte Flags(DdpPacket packet) => (byte)(VersionOne
        | (packet.Push ? PushFlag : 0) | (packet.Query ? QueryFlag : 0) | (packet.Reply ? ReplyFlag : 0)
        | (packet.Storage ? StorageFlag : 0) | (packet.Timecode is null ? 0 : TimeFlag));
}
