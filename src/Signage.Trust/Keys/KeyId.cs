using System.Security.Cryptography;

namespace Signage.Trust.Keys;

/// <summary>
/// Names a public key: SHA-256 over the tag <c>signage.key.1</c> (ASCII), the number of the profile (u8) and the point (65 bytes: 4, x, y, big-endian).
/// Written in lower-case hex, 64 characters. The same point under two profiles has two ids. SHA-256 in both profiles: it names, it does not sign.
/// </summary>
public readonly struct KeyId : IEquatable<KeyId>
{
    /// <summary>How many bytes an id has.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private readonly byte[]? _bytes;

    /// <summary>An id of 32 bytes; copied.</summary>
    /// <exception cref="ArgumentException">There are fewer or more.</exception>
    public KeyId(ReadOnlySpan<byte> bytes) =>
        _bytes = bytes.Length == Size ? bytes.ToArray() : throw new ArgumentException($"A key id has {Size} bytes.", nameof(bytes));

    /// <summary>The 32 bytes.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes ?? new byte[Size];

    /// <summary>True when two ids are the same.</summary>
    public static bool operator ==(KeyId left, KeyId right) => left.Equals(right);

    /// <summary>True when two ids differ.</summary>
    public static bool operator !=(KeyId left, KeyId right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(KeyId other) => Bytes.Span.SequenceEqual(other.Bytes.Span);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is KeyId other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => BitConverter.ToInt32(Bytes.Span);

    /// <summary>The hex digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(Bytes.Span);
}
