using System.Security.Cryptography;
using Signage.Trust.Envelopes;

namespace Signage.Trust.Keys;

/// <summary>A key that signatures are checked with: a point of the profile's curve in its one form. Immutable.</summary>
public sealed class PublicKey : IEquatable<PublicKey>
{
    /// <summary>How many bytes a key has: 4, then x and y of 32 bytes each, big-endian (SEC 1, 2.3.3, uncompressed).</summary>
    public const int Size = 65;

    private readonly byte[] _point;

    private PublicKey(SigningProfile profile, ReadOnlySpan<byte> point)
    {
        (Profile, _point) = (profile, point.ToArray());
        Id = new KeyId(SHA256.HashData(new FieldWriter().Tag("signage.key.1").Byte((byte)profile.Id).Raw(point).ToArray()));
    }

    /// <summary>Which algorithms it is for.</summary>
    public SigningProfile Profile { get; }

    /// <summary>Its name.</summary>
    public KeyId Id { get; }

    /// <summary>The 65 bytes.</summary>
    public ReadOnlyMemory<byte> Point => _point;

    /// <summary>Reads a key; null when the bytes are no point of the curve in uncompressed form. Other forms of the same point are refused: one key, one id.</summary>
    public static PublicKey? Read(SigningProfile profile, ReadOnlySpan<byte> point)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Curve.Holds(point) ? new PublicKey(profile, point) : null;
    }

    /// <inheritdoc />
    public bool Equals(PublicKey? other) => other is not null && Id == other.Id;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as PublicKey);

    /// <inheritdoc />
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>The id in hex.</summary>
    public override string ToString() => Id.ToString();
}
