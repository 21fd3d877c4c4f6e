namespace Signage.Renderer.Pictures.Drawn;

/// <summary>The check value of a PNG chunk (CRC-32 of ISO 3309, PNG specification, annex D), computed in steps.</summary>
internal static class PngCheck
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(at => Entry((uint)at))];

    /// <summary>The value of a chunk.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="data">Its data.</param>
    public static uint Of(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data) => ~Add(Add(uint.MaxValue, type), data);

    private static uint Add(uint value, ReadOnlySpan<byte> bytes)
    {
        foreach (var part in bytes)
        {
            value = Table[(value ^ part) & 0xFF] ^ (value >> 8);
        }

        return value;
    }

    private static uint Entry(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        }

        return value;
    }
}
