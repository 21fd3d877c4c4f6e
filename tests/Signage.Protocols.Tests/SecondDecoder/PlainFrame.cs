namespace Signage.Protocols.Tests.SecondDecoder;

/// <summary>Takes the payload out of exactly one frame: protocol page, section 1.</summary>
internal static class PlainFrame
{
    /// <summary>The payload between the start and the end bytes.</summary>
    /// <exception cref="FormatException">The bytes are not one whole frame.</exception>
    public static byte[] Unescape(IReadOnlyList<byte> wire)
    {
        var at = 0;
        while (at < wire.Count && wire[at] == 0xA5)
        {
            at++;
        }

        var end = wire.Count;
        while (end > at && wire[end - 1] == 0x5A)
        {
            end--;
        }

        if (at == 0 || end == wire.Count)
        {
            throw new FormatException("no start or no end");
        }

        var payload = new List<byte>();
        while (at < end)
        {
            switch (wire[at])
            {
                case 0xA6 or 0x5B when at + 1 == end:
                    throw new FormatException("an escape with nothing behind it");
                case 0xA6 or 0x5B:
                    payload.Add(Pair(wire[at], wire[at + 1]));
                    at += 2;
                    break;
                case 0xA5 or 0x5A:
                    throw new FormatException("a start or end inside the frame");
                default:
                    payload.Add(wire[at]);
                    at++;
                    break;
            }
        }

        return [.. payload];
    }

    private static byte Pair(byte first, byte second) => (first, second) switch
    {
        (0xA6, 2) => 0xA5,
        (0xA6, 1) => 0xA6,
        (0x5B, 2) => 0x5A,
        (0x5B, 1) => 0x5B,
        _ => throw new FormatException($"unknown escape {first:X2} {second:X2}"),
    };
}
