namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>The check values of the family (docs/protocols/onbon-bx6.md, section 2).</summary>
internal static class Bx6Checksums
{
    /// <summary>CRC-16/ARC: polynomial 0x8005 reflected, start 0, no final xor.</summary>
    public static ushort Crc16(ReadOnlySpan<byte> data)
    {
        var crc = 0;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xA001 : crc >> 1;
            }
        }

        return (ushort)crc;
    }

    /// <summary>The check value of a stored file: CRC-32 with polynomial 0x04C11DB7 reflected, start 0, no final xor.</summary>
    public static uint Crc32(ReadOnlySpan<byte> data)
    {
        var crc = 0u;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return crc;
    }

    /// <summary>All bytes xored together: the header check of an ordinary frame.</summary>
    public static byte Xor(ReadOnlySpan<byte> data)
    {
        byte sum = 0;
        foreach (var value in data)
        {
            sum ^= value;
        }

        return sum;
    }
}
