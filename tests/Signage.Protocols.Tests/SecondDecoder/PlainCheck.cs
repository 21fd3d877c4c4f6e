namespace Signage.Protocols.Tests.SecondDecoder;

/// <summary>The two check values of the protocol page, section 2, bit by bit and without a table.</summary>
internal static class PlainCheck
{
    /// <summary>Polynomial 8005 reflected (A001), start 0, no final xor.</summary>
    public static int Crc16(IEnumerable<byte> bytes)
    {
        var crc = 0;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc % 2 == 1) ? (crc / 2) ^ 0xA001 : crc / 2;
            }
        }

        return crc;
    }

    public static int Xor(IEnumerable<byte> bytes) => bytes.Aggregate(0, (sum, value) => sum ^ value);
}
