namespace Signage.Protocols.Tests.SecondDecoder;

/// <summary>One packet as the protocol page's tables name its fields. <see cref="Header"/> is null in a dynamic frame, the codes in a request.</summary>
internal sealed record PlainPacket(
    int Destination,
    int Source,
    int CardType,
    PlainOrdinary? Header,
    bool IsReply,
    int Group,
    int Command,
    int? Status,
    int? Error,
    byte[] Data)
{
    /// <summary>Sections 1 to 5: frame, header, check values, then request or reply.</summary>
    /// <exception cref="FormatException">The bytes are not one packet as the page describes it.</exception>
    public static PlainPacket Read(IReadOnlyList<byte> wire)
    {
        var payload = PlainFrame.Unescape(wire);
        var cursor = new PlainCursor(payload);
        var destination = cursor.Two();
        var source = cursor.Two();
        return cursor.One() switch
        {
            0xF0 => Dynamic(payload, cursor, destination, source),
            0x07 => Ordinary(payload, cursor, destination, source),
            var version => throw new FormatException($"version {version:X2}"),
        };
    }

    /// <summary>Every field in one line: two packets are the same when their lines are.</summary>
    public override string ToString() =>
        $"to {Destination:X4} from {Source:X4} card {CardType:X4} {Header} reply {IsReply} {Group:X2} {Command:X2} {Status} {Error} {Convert.ToHexString(Data)}";

    private static PlainPacket Ordinary(byte[] payload, PlainCursor cursor, int destination, int source)
    {
        var protocolType = cursor.One();
        var cardType = cursor.Two();
        var physicalType = cursor.One();
        cursor.Skip(1);
        var (sequence, longestFrame, encryption, random) = (cursor.Two(), cursor.Two(), cursor.One(), cursor.One());
        var secret = Convert.ToHexString(cursor.Bytes(6));
        var (length, crc) = (cursor.Two(), cursor.Two());
        cursor.Skip(1);
        if (cursor.One() != PlainCheck.Xor(payload[..27]))
        {
            throw new FormatException("xor of the header");
        }

        if (encryption != 0x96)
        {
            throw new FormatException("encrypted");
        }

        var body = cursor.Rest();
        if (body.Length != length)
        {
            throw new FormatException("body length");
        }

        if (PlainCheck.Crc16(body) != crc)
        {
            throw new FormatException("CRC of the body");
        }

        return Body(body, destination, source, cardType, new PlainOrdinary(protocolType, physicalType, sequence, longestFrame, random, secret));
    }

    private static PlainPacket Dynamic(byte[] payload, PlainCursor cursor, int destination, int source)
    {
        cursor.Skip(1);
        var cardType = cursor.Two();
        cursor.Skip(4);
        var length = cursor.Four();
        var body = cursor.Bytes(length);
        var crc = cursor.Two();
        cursor.MustBeAtEnd();
        if (crc != 0xFFFF && crc != PlainCheck.Crc16(payload[..(16 + length)]))
        {
            throw new FormatException("CRC of header and body");
        }

        return Body(body, destination, source, cardType, null);
    }

    private static PlainPacket Body(byte[] body, int destination, int source, int cardType, PlainOrdinary? header)
    {
        var cursor = new PlainCursor(body);
        var isReply = cursor.One() == 0;
        var (group, command) = (cursor.One(), cursor.One());
        int? status = isReply ? cursor.Two() : null;
        int? error = isReply ? cursor.Two() : null;
        var length = cursor.Two();
        var data = cursor.Rest();
        if (group != 0xA7 && data.Length != length)
        {
            throw new FormatException("data length");
        }

        return new PlainPacket(destination, source, cardType, header, isReply, group, command, status, error, data);
    }
}
