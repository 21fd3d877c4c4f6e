namespace Signage.Protocols.Vendors.Colorlight.Wire;

/// <summary>The two check values inside a PNG file: CRC-32 of each chunk (ISO 3309) and Adler-32 of its pixel data (RFC 1950).</summary>
internal static class PngChecks
{
    private const uint Polynomial = 0xEDB8_8320;
    private const uint AdlerModulus = 65_521;

    // So many additions fit into 32 bits before the remainder has to be taken (RFC 1950).
    private const int AdlerRun = 5_552;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(start => Enumerable.Range(0, 8)
        .Aggregate((uint)start, (value, _) => (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial))];

    /// <summary>CRC-32 of bytes.</summary>
    public static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var value = uint.MaxValue;
        foreach (var one in bytes)
        {
            value = Table[(value ^ one) & 0xFF] ^ (value >> 8);
        }

        return ~value;
    }

    /// <summary>Adler-32 of bytes.</summary>
    public static uint Adler32(ReadOnlySpan<byte> bytes)
    {
        uint low = 1, high = 0;
        while (!bytes.IsEmpty)
        {
            var run = bytes[..Math.Min(AdlerRun, bytes.Length)];
            foreach (var one in run)
            {
                low += one;
                high += low;
            }

            (low, high) = (low % AdlerModulus, high % AdlerModulus);
            bytes = bytes[run.Length..];
        }

        return (high << 16) | low;
    }
}
