using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Signage.Core.Text;

namespace Signage.Transports.Broker;

/// <summary>What a broker keeps of a password: PBKDF2 with SHA-256, never the password.</summary>
public sealed class BrokerSecret
{
    /// <summary>How often the hash is repeated for new secrets: some 30 ms, paid by each account once a start.</summary>
    public const int DefaultIterations = 100_000;

    private const string Kind = "pbkdf2-sha256";
    private const int SaltBytes = 16;
    private const int HashBytes = 32;
    private const int MostIterations = 10_000_000;

    private readonly int _iterations;
    private readonly byte[] _salt;
    private readonly byte[] _hash;

    private BrokerSecret(int iterations, byte[] salt, byte[] hash) => (_iterations, _salt, _hash) = (iterations, salt, hash);

    /// <summary>How it is written in a configuration: <c>pbkdf2-sha256$iterations$salt$hash</c>.</summary>
    public string Encoded => string.Create(
        CultureInfo.InvariantCulture, $"{Kind}${_iterations}${Convert.ToBase64String(_salt)}${Convert.ToBase64String(_hash)}");

    /// <summary>Makes the secret of a password, each time with another salt.</summary>
    /// <exception cref="ArgumentException">The password is empty, or has a zero in it.</exception>
    public static BrokerSecret Of(string password, int iterations = DefaultIterations)
    {
        ArgumentException.ThrowIfNullOrEmpty(password);
        if (password.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("A password has no zeros in it.", nameof(password));
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(iterations);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(iterations, MostIterations);
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new BrokerSecret(iterations, salt, Derive(Encoding.UTF8.GetBytes(password), salt, iterations));
    }

    /// <summary>Reads what <see cref="Encoded"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else. The message does not repeat it.</exception>
    public static BrokerSecret Parse(string encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        if (encoded.Split('$') is [Kind, var count, var salt, var hash]
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var iterations) && iterations is > 0 and <= MostIterations
            && Bytes(salt) is { Length: >= SaltBytes } salted && Bytes(hash) is { Length: HashBytes } hashed)
        {
            return new BrokerSecret(iterations, salted, hashed);
        }

        throw new FormatException(Words.NotASecret.With(Kind));
    }

    /// <summary>Nothing of it, so that it reaches no log.</summary>
    public override string ToString() => Kind;

    /// <summary>Compares in constant time. Takes its time: see <see cref="DefaultIterations"/>.</summary>
    /// <remarks>The hash fills a short password up with zeros, so that one with zeros behind it would be the same: none has any (as text in MQTT 3.1.1, 1.5.3).</remarks>
    internal bool Matches(ReadOnlySpan<byte> password) => !password.Contains((byte)0) && CryptographicOperations.FixedTimeEquals(_hash, Derive(password, _salt, _iterations));

    private static byte[] Derive(ReadOnlySpan<byte> password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA256, HashBytes);

    private static byte[]? Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var count) ? bytes[..count] : null;
    }
}
