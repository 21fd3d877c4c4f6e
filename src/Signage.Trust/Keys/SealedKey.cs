using System.Security.Cryptography;
using System.Text;
using Signage.Trust.Envelopes;

namespace Signage.Trust.Keys;

/// <summary>
/// A person's key, locked by a secret that the person knows: the form in which it lies on a disk or a stick. PBKDF2 with HMAC-SHA-256 makes a key of the
/// secret, AES-256-GCM locks the number with it, and everything else in the blob is authenticated along. See docs/trust.md for the bytes.
/// </summary>
public static class SealedKey
{
    /// <summary>The fewest letters of a secret.</summary>
    public const int LeastSecret = 12;

    /// <summary>The fewest rounds: 600,000, as the OWASP Password Storage Cheat Sheet asks for PBKDF2-HMAC-SHA256 (2023).</summary>
    public const int LeastRounds = 600_000;

    /// <summary>The most rounds that are ever calculated: a blob of a stranger cannot ask for more work than some seconds.</summary>
    public const int MostRounds = 10_000_000;

    /// <summary>How many bytes a blob has.</summary>
    public const int Size = HeadSize + ScalarAndTag;

    private const string Tag = "signage.sealed-key.1";
    private const int SaltSize = 16;
    private const int NonceSize = 12;
    private const int LockSize = 16;
    private const int HeadSize = 20 + 1 + 1 + 4 + SaltSize + NonceSize + PublicKey.Size;
    private const int ScalarAndTag = SigningProfile.ScalarSize + LockSize;
    private const byte Pbkdf2 = 1;

    /// <summary>True when a key can be sealed with a secret: it is long enough and holds no half of a surrogate pair.</summary>
    public static bool IsSecret(ReadOnlySpan<char> secret) => secret.Length >= LeastSecret && FieldWriter.CanWrite(secret);

    /// <summary>Locks a key.</summary>
    /// <param name="key">The key; it stays as it is.</param>
    /// <param name="secret">At least 12 letters; ask <see cref="IsSecret"/> first.</param>
    /// <param name="rounds">600,000 to 10,000,000.</param>
    /// <returns>The blob, of <see cref="Size"/> bytes.</returns>
    public static byte[] Seal(PersonKey key, ReadOnlySpan<char> secret, int rounds = LeastRounds)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, LeastRounds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rounds, MostRounds);
        if (!IsSecret(secret))
        {
            throw new ArgumentException($"A secret has at least {LeastSecret} letters.", nameof(secret));
        }

        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        var nonce = RandomNumberGenerator.GetBytes(NonceSize);
        var head = new FieldWriter().Tag(Tag).Byte((byte)key.Public.Profile.Id).Byte(Pbkdf2).Number((uint)rounds)
            .Raw(salt).Raw(nonce).Raw(key.Public.Point.Span).ToArray();
        var blob = new byte[Size];
        head.CopyTo(blob, 0);
        using var cipher = Cipher(secret, salt, rounds);
        cipher.Encrypt(nonce, key.Scalar, blob.AsSpan(HeadSize, SigningProfile.ScalarSize), blob.AsSpan(HeadSize + SigningProfile.ScalarSize), head);
        return blob;
    }

    /// <summary>The public half of a locked key, as the blob names it; null when it is none. Nobody has proved yet that the other half is in there.</summary>
    /// <param name="blob">The blob as it came. Anything may be in it.</param>
    public static PublicKey? PublicOf(ReadOnlySpan<byte> blob)
    {
        var reader = new FieldReader(blob.Length == Size ? blob : default);
        var isSealed = reader.Raw(Tag.Length).SequenceEqual(Encoding.ASCII.GetBytes(Tag));
        var profile = SigningProfile.Of(reader.Byte());
        var (kdf, _) = (reader.Byte(), reader.Number(LeastRounds, MostRounds));
        _ = reader.Raw(SaltSize + NonceSize);
        var point = reader.Raw(PublicKey.Size);
        return isSealed && !reader.Failed && kdf == Pbkdf2 && profile is not null ? PublicKey.Read(profile, point) : null;
    }

    /// <summary>Unlocks a key.</summary>
    /// <param name="blob">The blob as it came. Anything may be in it.</param>
    /// <param name="secret">The secret.</param>
    public static SealedKeyAnswer Open(ReadOnlySpan<byte> blob, ReadOnlySpan<char> secret)
    {
        var reader = new FieldReader(blob.Length == Size ? blob : default);
        if (!reader.Raw(Tag.Length).SequenceEqual(Encoding.ASCII.GetBytes(Tag)))
        {
            return new SealedKeyAnswer.Refused(SealedKeyFault.NoSealedKey, Words.KeyNotSealed);
        }

        var profile = SigningProfile.Of(reader.Byte());
        var kdf = reader.Byte();
        var rounds = reader.Number(LeastRounds, MostRounds);
        var (salt, nonce, point) = (reader.Raw(SaltSize).ToArray(), reader.Raw(NonceSize).ToArray(), reader.Raw(PublicKey.Size).ToArray());
        if (reader.Failed || profile is null || kdf != Pbkdf2 || PublicKey.Read(profile, point) is not { } key)
        {
            return new SealedKeyAnswer.Refused(SealedKeyFault.BadParameters, Words.KeyBadParameters);
        }

        // No key was ever sealed with such a secret.
        if (!IsSecret(secret))
        {
            return new SealedKeyAnswer.Refused(SealedKeyFault.WrongSecret, Words.KeyWrongSecret);
        }

        var scalar = new byte[SigningProfile.ScalarSize];
        try
        {
            using var cipher = Cipher(secret, salt, (int)rounds);
            cipher.Decrypt(nonce, blob.Slice(HeadSize, SigningProfile.ScalarSize), blob[(HeadSize + SigningProfile.ScalarSize)..], scalar, blob[..HeadSize]);

            // The head is authenticated, but whoever sealed may have been wrong: the number has to belong to the key that the blob names.
            return PersonKey.Read(profile, scalar) is { } person && person.Public.Equals(key)
                ? new SealedKeyAnswer.Opened(person)
                : new SealedKeyAnswer.Refused(SealedKeyFault.OtherKey, Words.KeyOther);
        }
        catch (AuthenticationTagMismatchException)
        {
            return new SealedKeyAnswer.Refused(SealedKeyFault.WrongSecret, Words.KeyWrongSecret);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(scalar);
        }
    }

    // NFC, so that the same letters typed on two systems are the same secret.
    private static AesGcm Cipher(ReadOnlySpan<char> secret, byte[] salt, int rounds)
    {
        var letters = new char[secret.GetNormalizedLength(NormalizationForm.FormC)];
        secret.TryNormalize(letters, out var count, NormalizationForm.FormC);
        var bytes = Encoding.UTF8.GetBytes(letters, 0, count);
        var key = Rfc2898DeriveBytes.Pbkdf2(bytes, salt, rounds, HashAlgorithmName.SHA256, 32);
        try
        {
            return new AesGcm(key, LockSize);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(bytes);
            Array.Clear(letters);
        }
    }
}
