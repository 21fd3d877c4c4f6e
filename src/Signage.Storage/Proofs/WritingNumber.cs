using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Signage.Storage.Proofs;

/// <summary>How many writings a site has acknowledged, as a text of fixed length that knows when it was damaged: 19 digits, a space, 8 hex digits of their SHA-256.</summary>
internal static class WritingNumber
{
    /// <summary>The length of the text.</summary>
    public const int Length = 28;

    private const int Digits = 19;

    public static string Format(long number)
    {
        var digits = number.ToString("D19", CultureInfo.InvariantCulture);
        return $"{digits} {Check(digits)}";
    }

    /// <summary>The number; null when the text is none, or damaged.</summary>
    public static long? Parse(string text) =>
        text.Length == Length && text[..(Digits + 1)].EndsWith(' ') && text[(Digits + 1)..] == Check(text[..Digits])
            && long.TryParse(text.AsSpan(0, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string Check(string digits) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(digits)).AsSpan(0, 4));
}
