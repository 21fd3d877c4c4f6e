using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Signage.Web.Accounts.Secrets;

/// <summary>
/// One-time codes of RFC 6238 as every telephone makes them: HMAC-SHA-1, six digits, thirty seconds. A code is taken one step early or late, and each step once
/// only (RFC 6238, section 5.2). Pure: the moment goes in.
/// </summary>
internal static class OneTimeCodes
{
    /// <summary>How long a step is.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>How many bytes a secret has: as many as HMAC-SHA-1 gives (RFC 4226, section 4).</summary>
    public const int SecretSize = 20;

    /// <summary>How many digits a code has.</summary>
    public const int Digits = 6;

    private const int Early = 1;
    private const int Modulus = 1_000_000;

    /// <summary>The step of a moment: how many have begun since 1970.</summary>
    public static long StepAt(DateTimeOffset moment) => (moment - DateTimeOffset.UnixEpoch).Ticks / Step.Ticks;

    /// <summary>The code of a step.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="step">The step; 0 or more.</param>
    public static string At(ReadOnlySpan<byte> secret, long step) => (Truncated(secret, step) % Modulus).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>The step that a code belongs to; null when it is none of now, or one that was used. Looks at every step, so that the time taken does not tell which.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="code">What was typed.</param>
    /// <param name="now">The moment.</param>
    /// <param name="lastUsed">The last step that was used; -1 when none was.</param>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long lastUsed)
    {
        var typed = Plain(code);
        long? found = null;
        for (var step = Math.Max(0, StepAt(now) - Early); step <= StepAt(now) + Early; step++)
        {
            var isSame = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(secret, step)), typed);
            found = isSame && step > lastUsed ? step : found;
        }

        return found;
    }

    /// <summary>True when something that was typed has the form of a code, be it right or wrong.</summary>
    public static bool HasForm(string code) => Plain(code) is { Length: Digits } typed && typed.All(digit => digit is >= (byte)'0' and <= (byte)'9');

    /// <summary>The number that a code is cut from (RFC 4226, section 5.3).</summary>
    internal static int Truncated(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Mac(secret, counter, hash);
        return BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "The only hash that telephones agree on; as an HMAC it is not known to be weak (RFC 6238, section 1.2).")]
    private static void Mac(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> counter, Span<byte> hash) => HMACSHA1.HashData(secret, counter, hash);

    // Digits of a Chinese keyboard may be wide, and telephones write a gap in the middle.
    private static byte[] Plain(string code) =>
        code.Length > 4 * Digits ? [] : [.. code.Where(sign => !char.IsWhiteSpace(sign)).Select(sign => sign is >= '\uFF10' and <= '\uFF19' ? (byte)(sign - 0xFEE0) : sign < 0x80 ? (byte)sign : (byte)'?')];
}
