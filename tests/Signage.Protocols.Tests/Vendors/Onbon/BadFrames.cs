using Signage.Protocols.Tests.SecondDecoder;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>Recorded packets with one thing wrong each, the check values mended where something else is what is wrong.</summary>
internal static class BadFrames
{
    private const string NoEnd = "the end of the frame (5A) is missing";
    private const string BadEscape = "A6 or 5B is not followed by 01 or 02";
    private const string Noise = "noise between frames";

    // "power on": 28 bytes of header, 6 of body. "delete dynamic area 1": 16 of header, 7 of body, 2 of check value.
    private static readonly byte[] PowerOn = ByteVector.Named("onbon-bx6", "power-on").Bytes;
    private static readonly byte[] Ordinary = PlainFrame.Unescape(PowerOn);
    private static readonly byte[] Dynamic = PlainFrame.Unescape(ByteVector.Named("onbon-bx6", "delete-dynamic-area-1").Bytes);

    public static IReadOnlyList<BadFrame> All { get; } =
    [
        new("nothing between start and end", Frame([]), WireRead.Malformed, "frame of 0 bytes is too short for any header"),
        new("four bytes", Frame(Ordinary[..4]), WireRead.Malformed, "frame of 4 bytes is too short for any header"),
        new("ordinary, header cut short", Frame(Ordinary[..27]), WireRead.Malformed, "ordinary frame of 27 bytes, its header alone has 28"),
        new("dynamic, header cut short", Frame(Dynamic[..17]), WireRead.Malformed, "dynamic frame of 17 bytes, header and check alone have 18"),

        new("wrong header xor", Frame(With(Ordinary, 27, 0x00)), WireRead.Malformed, $"header check is 00, should be {Ordinary[27]:X2}"),
        new("wrong body CRC", Frame(Mended(With(Ordinary, 24, 0x00))), WireRead.Malformed, "body check is C400, should be C468"),
        new("body CRC high byte first", Frame(Mended(With(With(Ordinary, 24, 0xC4), 25, 0x68))), WireRead.Malformed, "body check is 68C4, should be C468"),
        new("body CRC FFFF, unchecked only in dynamic frames", Frame(Mended(With(With(Ordinary, 24, 0xFF), 25, 0xFF))), WireRead.Malformed, "body check is FFFF, should be C468"),
        new("wrong byte in the body", Frame(With(Ordinary, 33, 0x03)), WireRead.Malformed, "body check is C468, should be 05E9"),
        new("wrong frame CRC", Frame(With(Dynamic, 23, 0x00)), WireRead.Malformed, "frame check is F900, should be F94E"),
        new("wrong byte in the body, dynamic", Frame(With(Dynamic, 22, 0x09)), WireRead.Malformed, "frame check is F94E, should be 3F4F"),

        new("length one more than there is", Frame(Mended(With(Ordinary, 22, 7))), WireRead.Malformed, "body length says 7, the frame has 6"),
        new("length one less than there is", Frame(Mended(With(Ordinary, 22, 5))), WireRead.Malformed, "body length says 5, the frame has 6"),
        new("length FFFF", Frame(Mended(With(With(Ordinary, 22, 0xFF), 23, 0xFF))), WireRead.Malformed, "body length says 65535, the frame has 6"),
        new("last byte lost", Frame(Ordinary[..^1]), WireRead.Malformed, "body length says 6, the frame has 5"),
        new("byte too many", Frame([.. Ordinary, 0]), WireRead.Malformed, "body length says 6, the frame has 7"),
        new("length one more, dynamic", Frame(Checked(With(Dynamic, 12, 8))), WireRead.Malformed, "body length says 8, the frame has 7"),
        new("length FFFFFFFF, dynamic", Frame(Checked([.. Dynamic[..12], 0xFF, 0xFF, 0xFF, 0xFF, .. Dynamic[16..]])), WireRead.Malformed, "body length says 4294967295, the frame has 7"),
        new("body longer than the family takes", Frame(LongBody(65_537)), WireRead.Malformed, "body of 65537 bytes, the family takes 65536"),

        new("fifth generation", Frame(Mended(With(Ordinary, 4, 5))), WireRead.Malformed, "fifth-generation frame (version 05): not supported"),
        new("version of nobody", Frame(Mended(With(Ordinary, 4, 8))), WireRead.Malformed, "unknown protocol version 08"),
        new("encrypted", Frame(Mended(With(Ordinary, 14, 1))), WireRead.Malformed, "encryption 01 is not supported (96 = none)"),

        new("escape A6 03", Raw([.. Ordinary, 0xA6, 0x03]), WireRead.Malformed, BadEscape),
        new("escape A6 00", Raw([0xA6, 0x00, .. Ordinary]), WireRead.Malformed, BadEscape),
        new("escape 5B 03", Raw([.. Ordinary, 0x5B, 0x03]), WireRead.Malformed, BadEscape),
        new("escape 5B with nothing behind it", Raw([.. Ordinary, 0x5B]), WireRead.Malformed, BadEscape),
        new("escape A6 with nothing behind it", Raw([.. Ordinary, 0xA6]), WireRead.Malformed, BadEscape),
        new("escaped twice, one pair after the other", Raw([.. Ordinary[..^1], 0xA6, 0x01, 0x02]), WireRead.Malformed, "body length says 6, the frame has 7"),
        new("5A not escaped", Raw([.. Ordinary[..30], 0x5A, .. Ordinary[31..]]), WireRead.Malformed, "body length says 6, the frame has 2"),
        new("A5 not escaped", Raw([.. Ordinary[..30], 0xA5, .. Ordinary[31..]]), WireRead.Malformed, Noise),

        new("end missing", PowerOn[..^1], WireRead.NeedMore, NoEnd),
        new("cut off in the header", PowerOn[..20], WireRead.NeedMore, NoEnd),
        new("cut off in an escape", [.. Raw([.. Ordinary, 0xA6])[..^1]], WireRead.NeedMore, NoEnd),
        new("stray start byte and noise", [0xA5, 0x17, 0xFF], WireRead.NeedMore, NoEnd),
        new("stray start byte and a header that claims 64 K", Raw([.. Ordinary[..22], 0xFF, 0xFF, .. Ordinary[24..]])[..^1], WireRead.NeedMore, NoEnd),
        new("stray start byte and a dynamic header that claims 4 G", Raw([.. Dynamic[..12], 0xFF, 0xFF, 0xFF, 0xFF])[..^1], WireRead.NeedMore, NoEnd),
        new("start byte and no end in 200 000 bytes", [0xA5, .. new byte[200_000]], WireRead.Malformed, Noise),
        new("lost first bytes, start included", PowerOn[12..], WireRead.Malformed, Noise),
        new("noise without a start", [0x00, 0x17, 0xFF, 0x31], WireRead.Malformed, Noise),
        new("answer of another protocol", [.. "HTTP/1.1 400 Bad Request\r\n\r\n"u8], WireRead.Malformed, Noise),
    ];

    public static byte[] Frame(byte[] payload) => Raw([.. payload.SelectMany(Escaped)]);

    /// <summary>The check value over header and body of a dynamic frame, made right.</summary>
    public static byte[] Checked(byte[] payload)
    {
        var crc = PlainCheck.Crc16(payload[..^2]);
        return [.. payload[..^2], (byte)(crc % 256), (byte)(crc / 256)];
    }

    private static byte[] Raw(byte[] escaped) => [0xA5, .. escaped, 0x5A];

    private static byte[] Escaped(byte value) => value switch
    {
        0xA5 => [0xA6, 2],
        0xA6 => [0xA6, 1],
        0x5A => [0x5B, 2],
        0x5B => [0x5B, 1],
        _ => [value],
    };

    private static byte[] With(byte[] payload, int at, byte value) => [.. payload[..at], value, .. payload[(at + 1)..]];

    /// <summary>The xor over the header of an ordinary frame, made right.</summary>
    private static byte[] Mended(byte[] payload) => With(payload, 27, (byte)PlainCheck.Xor(payload[..27]));

    private static byte[] LongBody(int length) => Checked(
        [.. Dynamic[..12], (byte)(length % 256), (byte)(length / 256 % 256), (byte)(length / 65_536), 0, 1, 0xA7, 0, .. new byte[length - 3], 0, 0]);
}
