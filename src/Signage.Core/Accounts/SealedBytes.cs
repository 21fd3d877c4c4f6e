namespace Signage.Core.Accounts;

/// <summary>Bytes that somebody locked and that nobody here can read: carried and stored, never looked into. Immutable; equal when every byte is.</summary>
public sealed class SealedBytes : IEquatable<SealedBytes>
{
    private readonly byte[] _bytes;

    /// <summary>Keeps a copy of the bytes.</summary>
    public SealedBytes(ReadOnlySpan<byte> bytes) => _bytes = bytes.ToArray();

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => _bytes;

    /// <inheritdoc />
    public bool Equals(SealedBytes? other) => other is not null && _bytes.AsSpan().SequenceEqual(other._bytes);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as SealedBytes);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }

    /// <summary>How many there are, and not which: whatever is printed may end in a log.</summary>
    public override string ToString() => $"{_bytes.Length} sealed bytes";
}
