using System.Text;

namespace Signage.Web.Accounts.Secrets;

/// <summary>Base32 of RFC 4648, section 6, without padding: how secrets of one-time codes are written everywhere.</summary>
internal static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The letters of some bytes.</summary>
    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + 4) / 5);
        var (held, bits) = (0, 0);
        foreach (var one in bytes)
        {
            held = held << 8 & 0xFFF | one;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Letters[held >> bits - 5 & 31]);
            }
        }

        return bits == 0 ? text.ToString() : text.Append(Letters[held << 5 - bits & 31]).ToString();
    }

    /// <summary>The bytes of some letters; null when these are none.</summary>
    public static byte[]? Read(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (held, bits) = (0, 0);
        foreach (var letter in text)
        {
            var value = Letters.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            (held, bits) = (held << 5 & 0xFFFF | value, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits & 0xFF));
            }
        }

        // What is left over is less than a letter, and nothing.
        return bits < 5 && (held & (1 << bits) - 1) == 0 ? [.. bytes] : null;
    }
}
