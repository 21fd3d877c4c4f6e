using System.Buffers.Binary;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>The two frame layouts on un-escaped bytes: sections 3 and 4 of docs/protocols/onbon-bx6.md.</summary>
internal static class Bx6Frames
{
    public const int OrdinaryHeader = 28;
    public const int DynamicHeader = 16;
    private const byte DynamicVersion = 0xF0;
    private const byte NotEncrypted = 0x96;

    /// <summary>Longest payload of any frame, un-escaped.</summary>
    public const int LongestPayload = OrdinaryHeader + Bx6Packet.LongestBody;

    /// <summary>The payload of a packet, check values included.</summary>
    public static byte[] Write(Bx6Packet packet) => packet switch
    {
        Bx6Ordinary ordinary => WriteOrdinary(ordinary),
        Bx6Dynamic dynamic => WriteDynamic(dynamic),
        _ => throw new ArgumentException($"No frame is known for {packet}.", nameof(packet)),
    };

    /// <summary>Judges a payload.</summary>
    /// <param name="payload">Un-escaped bytes; the body of the packet is a part of them.</param>
    /// <param name="packet">The packet; null when it is none.</param>
    /// <returns>Why it is no packet; null when it is one.</returns>
    public static Bx6FrameFault? Read(ReadOnlyMemory<byte> payload, out Bx6Packet? packet)
    {
        packet = null;
        if (payload.Length < 5)
        {
            return new Bx6FrameFault(Bx6FaultKind.TooShort, payload.Length);
        }

        return payload.Span[4] switch
        {
            7 => ReadOrdinary(payload, out packet),
            DynamicVersion => ReadDynamic(payload, out packet),
            5 => new Bx6FrameFault(Bx6FaultKind.FifthGeneration),
            var version => new Bx6FrameFault(Bx6FaultKind.Version, version),
        };
    }

    private static byte[] WriteOrdinary(Bx6Ordinary packet)
    {
        var payload = new byte[OrdinaryHeader + packet.Body.Length];
        WriteAddresses(packet, payload);
        payload[4] = packet.Version;
        payload[5] = packet.ProtocolType;
        BinaryPrimitives.WriteUInt16LittleEndian(payload.AsSpan(6), packet.DeviceType);
        payload[8] = packet.PhyType;
        payload[9] = packet.Reserved9;
        BinaryPrimitives.WriteUInt16LittleEndian(payload.AsSpan(10), packet.Sequence);
        BinaryPrimitives.WriteUInt16LittleEndian(payload.AsSpan(12), packet.MaxFrame);
        payload[14] = packet.Encryption;
        payload[15] = packet.Random;
        BinaryPrimitives.WriteUInt32LittleEndian(payload.AsSpan(16), (uint)(packet.Secret & uint.MaxValue));
        BinaryPrimitives.WriteUInt16LittleEndian(payload.AsSpan(20), (ushort)(packet.Secret >> 32));
        BinaryPrimitives.WriteUInt16LittleEndian(payload.AsSpan(22), (ushort)packet.Body.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(payload.AsSpan(24), Bx6Checksums.Crc16(packet.Body.Span));
        payload[26] = packet.Reserved26;
        payload[27] = Bx6Checksums.Xor(payload.AsSpan(0, 27));
        packet.Body.CopyTo(payload.AsMemory(OrdinaryHeader));
        return payload;
    }

    private static byte[] WriteDynamic(Bx6Dynamic packet)
    {
        var payload = new byte[DynamicHeader + packet.Body.Length + 2];
        WriteAddresses(packet, payload);
        payload[4] = DynamicVersion;
        payload[5] = packet.Reserved5;
        BinaryPrimitives.WriteUInt16LittleEndian(payload.AsSpan(6), packet.DeviceType);
        BinaryPrimitives.WriteUInt32LittleEndian(payload.AsSpan(8), packet.Reserved8);
        BinaryPrimitives.WriteUInt32LittleEndian(payload.AsSpan(12), (uint)packet.Body.Length);
        packet.Body.CopyTo(payload.AsMemory(DynamicHeader));
        var crc = packet.Unchecked ? (ushort)0xFFFF : Bx6Checksums.Crc16(payload.AsSpan(0, payload.Length - 2));
        BinaryPrimitives.WriteUInt16LittleEndian(payload.AsSpan(payload.Length - 2), crc);
        return payload;
    }

    private static void WriteAddresses(Bx6Packet packet, Span<byte> payload)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(payload, packet.Destination);
        BinaryPrimitives.WriteUInt16LittleEndian(payload[2..], packet.Source);
    }

    private static Bx6FrameFault? ReadOrdinary(ReadOnlyMemory<byte> frame, out Bx6Packet? packet)
    {
        packet = null;
        var payload = frame.Span;
        if (payload.Length < OrdinaryHeader)
        {
            return new Bx6FrameFault(Bx6FaultKind.OrdinaryShort, payload.Length, OrdinaryHeader);
        }

        if (Bx6Checksums.Xor(payload[..27]) != payload[27])
        {
            return new Bx6FrameFault(Bx6FaultKind.HeaderCheck, payload[27], Bx6Checksums.Xor(payload[..27]));
        }

        var body = frame[OrdinaryHeader..];
        var length = BinaryPrimitives.ReadUInt16LittleEndian(payload[22..]);
        if (length != body.Length)
        {
            return new Bx6FrameFault(Bx6FaultKind.BodyLength, length, body.Length);
        }

        var crc = BinaryPrimitives.ReadUInt16LittleEndian(payload[24..]);
        if (crc != Bx6Checksums.Crc16(body.Span))
        {
            return new Bx6FrameFault(Bx6FaultKind.BodyCheck, crc, Bx6Checksums.Crc16(body.Span));
        }

        if (payload[14] != NotEncrypted)
        {
            return new Bx6FrameFault(Bx6FaultKind.Encryption, payload[14]);
        }

        packet = new Bx6Ordinary(Two(payload, 0), Two(payload, 2), Two(payload, 6), body)
        {
            ProtocolType = payload[5],
            PhyType = payload[8],
            Reserved9 = payload[9],
            Sequence = Two(payload, 10),
            MaxFrame = Two(payload, 12),
            Encryption = payload[14],
            Random = payload[15],
            Secret = BinaryPrimitives.ReadUInt32LittleEndian(payload[16..]) | ((ulong)Two(payload, 20) << 32),
            Reserved26 = payload[26],
        };
        return null;
    }

    private static Bx6FrameFault? ReadDynamic(ReadOnlyMemory<byte> frame, out Bx6Packet? packet)
    {
        packet = null;
        var payload = frame.Span;
        if (payload.Length < DynamicHeader + 2)
        {
            return new Bx6FrameFault(Bx6FaultKind.DynamicShort, payload.Length, DynamicHeader + 2);
        }

        var body = frame[DynamicHeader..^2];
        var length = BinaryPrimitives.ReadUInt32LittleEndian(payload[12..]);
        if (length != body.Length)
        {
            return new Bx6FrameFault(Bx6FaultKind.BodyLength, length, body.Length);
        }

        if (length > Bx6Packet.LongestBody)
        {
            return new Bx6FrameFault(Bx6FaultKind.BodyTooLong, length, Bx6Packet.LongestBody);
        }

        var crc = Two(payload, payload.Length - 2);
        var right = Bx6Checksums.Crc16(payload[..^2]);
        if (crc != right && crc != 0xFFFF)
        {
            return new Bx6FrameFault(Bx6FaultKind.FrameCheck, crc, right);
        }

        packet = new Bx6Dynamic(Two(payload, 0), Two(payload, 2), Two(payload, 6), body)
        {
            Reserved5 = payload[5],
            Reserved8 = BinaryPrimitives.ReadUInt32LittleEndian(payload[8..]),
            Unchecked = crc != right,
        };
        return null;
    }

    private static ushort Two(ReadOnlySpan<byte> payload, int at) => BinaryPrimitives.ReadUInt16LittleEndian(payload[at..]);
}
