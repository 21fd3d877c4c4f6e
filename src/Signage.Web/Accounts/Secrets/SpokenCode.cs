using System.Security.Cryptography;
using System.Text;

namespace Signage.Web.Accounts.Secrets;

/// <summary>Codes that one person reads out and another types: in groups, without letters that look or sound alike, and read back whatever the spaces, hyphens and capitals are.</summary>
internal static class SpokenCode
{
    /// <summary>For a code that lives minutes and bears few tries: 50 bits.</summary>
    public const int Short = 10;

    /// <summary>For a code that lies in a drawer: 80 bits.</summary>
    public const int Long = 16;

    // Crockford's Base32: no I, L, O and U.
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new code.</summary>
    /// <param name="length">How many letters.</param>
    public static string Create(int length)
    {
        var letters = RandomNumberGenerator.GetString(Letters, length);
        var half = length / 2;
        return $"{letters[..half]}-{letters[half..]}";
    }

    /// <summary>What is kept of a code. It is long enough that nobody can find it by trying, so that one hash will do.</summary>
    /// <param name="subject">What the code is for: the same code for something else has another hash.</param>
    /// <param name="code">The code as somebody typed it.</param>
    public static string Hash(string subject, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"signage.code.1\n{subject}\n{Plain(code)}")));

    /// <summary>Whether two hashes are the same, in a time that does not tell where they differ.</summary>
    public static bool IsSame(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));

    // Crockford's reading: o is 0, i and l are 1.
    private static string Plain(string code)
    {
        var plain = new StringBuilder(code.Length);
        foreach (var letter in code.Where(char.IsLetterOrDigit))
        {
            // Wide letters of a Chinese keyboard are the plain ones.
            var narrow = letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : letter;
            plain.Append(char.ToUpperInvariant(narrow) switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                var same => same,
            });
        }

        return plain.ToString();
    }
}
