namespace Signage.Trust.Keys;

/// <summary>
/// A curve, a digest and the one form of their signatures. The root of trust says which profile a domain has, for all of its keys; nothing that comes in
/// can choose another. Immutable and thread safe.
/// </summary>
public abstract class SigningProfile
{
    /// <summary>How many bytes a signature has: r and s, 32 each, big-endian.</summary>
    public const int SignatureSize = 64;

    /// <summary>How many bytes a private key has: a number, big-endian.</summary>
    public const int ScalarSize = 32;

    private protected SigningProfile()
    {
    }

    /// <summary>ECDSA on P-256 with SHA-256.</summary>
    public static SigningProfile P256 { get; } = new P256Profile();

    /// <summary>SM2 with SM3.</summary>
    public static SigningProfile Sm2 { get; } = new Sm2Profile();

    /// <summary>Its number in signed bytes.</summary>
    public abstract ProfileId Id { get; }

    internal abstract EllipticCurve Curve { get; }

    /// <summary>The profile with a number; null when there is none.</summary>
    public static SigningProfile? Of(int id) => (ProfileId)id switch
    {
        ProfileId.P256 => P256,
        ProfileId.Sm2 => Sm2,
        _ => null,
    };

    /// <summary>
    /// True when a signature is in the one form that this profile has. Each signature of a message can be written in one way only: from a good one nobody can
    /// make another good one without the key.
    /// </summary>
    public abstract bool IsCanonical(ReadOnlySpan<byte> signature);

    /// <summary>True when the signature is canonical and this key made it over this message. Never throws, whatever the signature.</summary>
    /// <exception cref="ArgumentException">The key is of another profile.</exception>
    public bool Verify(PublicKey key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Profile == this
            ? IsCanonical(signature) && Fits(key, message, signature)
            : throw new ArgumentException("The key is of another profile.", nameof(key));
    }

    internal abstract byte[] Sign(ReadOnlySpan<byte> scalar, PublicKey key, ReadOnlySpan<byte> message);

    private protected abstract bool Fits(PublicKey key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
}
