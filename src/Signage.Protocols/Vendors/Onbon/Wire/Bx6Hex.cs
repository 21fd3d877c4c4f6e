using System.Globalization;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>Two-byte numbers spelled as they stand on the wire, low byte first: 0xFFFE is <c>FEFF</c>, a 6Q2 is <c>6602</c>.</summary>
internal static class Bx6Hex
{
    public static string OnWire(ushort value) => $"{value & 0xFF:X2}{value >> 8:X2}";

    public static bool TryParse(string text, out ushort value)
    {
        value = 0;
        if (text.Length != 4 || !ushort.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var swapped))
        {
            return false;
        }

        value = (ushort)((swapped >> 8) | ((swapped & 0xFF) << 8));
        return true;
    }
}
