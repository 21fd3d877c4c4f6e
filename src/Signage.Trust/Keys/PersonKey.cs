using System.Security.Cryptography;

namespace Signage.Trust.Keys;

/// <summary>
/// What a person signs with. It lives as short as possible: disposing overwrites the number here. Copies that the cryptography makes inside are its own
/// business, and a garbage collector may have moved one; whoever can read this process's memory has the key. Not thread safe.
/// </summary>
public sealed class PersonKey : IDisposable
{
    private readonly byte[] _scalar;
    private bool _isGone;

    private PersonKey(SigningProfile profile, byte[] scalar)
    {
        _scalar = scalar;
        Public = PublicKey.Read(profile, profile.Curve.PointOf(scalar))!;
    }

    /// <summary>The key that others check its signatures with.</summary>
    public PublicKey Public { get; }

    internal ReadOnlySpan<byte> Scalar => _isGone ? throw new ObjectDisposedException(nameof(PersonKey)) : _scalar;

    /// <summary>Makes a new key from the random numbers of the operating system.</summary>
    public static PersonKey Create(SigningProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new PersonKey(profile, profile.Curve.NewScalar());
    }

    /// <summary>Takes a key by its number; null when the number is none of the curve's private keys.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="scalar">32 bytes, big-endian; copied.</param>
    public static PersonKey? Read(SigningProfile profile, ReadOnlySpan<byte> scalar)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Curve.IsScalar(scalar) ? new PersonKey(profile, scalar.ToArray()) : null;
    }

    /// <summary>Signs a message. Each call makes another signature, all of them good.</summary>
    /// <returns>64 bytes in the profile's one form.</returns>
    /// <exception cref="ObjectDisposedException">The key is gone.</exception>
    public byte[] Sign(ReadOnlySpan<byte> message) => Public.Profile.Sign(Scalar, Public, message);

    /// <inheritdoc />
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_scalar);
        _isGone = true;
    }

    /// <summary>The id of the public key. Nothing of the private one.</summary>
    public override string ToString() => Public.ToString();
}
