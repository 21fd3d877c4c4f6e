using System.Security.Cryptography;
using System.Text;
using Signage.Trust.Keys;

namespace Signage.Trust.Envelopes;

/// <summary>
/// A draft that somebody else made and asks a person to sign. Nobody stands behind it yet, so it is there to be looked at and signed or left alone; nothing is done because of it.
/// Immutable.
/// </summary>
public sealed class OfferedDraft
{
    private readonly byte[] _signed;

    private OfferedDraft(byte[] signed, EnvelopeType type, ReadOnlyMemory<byte> payload) => (_signed, Type, Payload) = (signed, type, payload);

    /// <summary>The longest that a draft can be.</summary>
    public static int MostLength { get; } = EnvelopeLayout.MostLength;

    /// <summary>What it says that it is.</summary>
    public EnvelopeType Type { get; }

    /// <summary>What it says.</summary>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>The bytes that a signature is over.</summary>
    public ReadOnlyMemory<byte> SignedBytes => _signed;

    /// <summary>SHA-256 over the signed bytes, in lower-case hex: what two people compare by telephone, and the digest of the envelope that comes of it.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(_signed));

    /// <summary>Reads one; null when the bytes are not the one form of a draft.</summary>
    /// <param name="bytes">The bytes as they came. Anything may be in them.</param>
    public static OfferedDraft? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostLength)
        {
            return null;
        }

        var reader = new FieldReader(bytes);
        if (!reader.Raw(EnvelopeLayout.Tag.Length).SequenceEqual(Encoding.ASCII.GetBytes(EnvelopeLayout.Tag)))
        {
            return null;
        }

        var type = Encoding.Latin1.GetString(reader.Block(EnvelopeType.MostLength));
        var payload = reader.Block(EnvelopeLayout.MostPayload).ToArray();
        return reader.IsWhole && EnvelopeType.IsName(type) ? new OfferedDraft(bytes.ToArray(), new EnvelopeType(type), payload) : null;
    }

    /// <summary>A person's signature under it.</summary>
    public LooseSignature Sign(PersonKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new LooseSignature(Digest, new EnvelopeSignature(key.Public.Id, key.Sign(_signed)));
    }

    /// <summary>The envelope with the signatures that are for this draft. Nothing is checked here but that: whoever opens it does.</summary>
    /// <param name="signatures">1 to 32 signatures.</param>
    /// <exception cref="ArgumentException">There are none or too many, or one is for another draft.</exception>
    public byte[] Seal(IReadOnlyCollection<LooseSignature> signatures)
    {
        ArgumentNullException.ThrowIfNull(signatures);
        return signatures.Count is < 1 or > EnvelopeLayout.MostSignatures ? throw new ArgumentException($"An envelope has 1 to {EnvelopeLayout.MostSignatures} signatures.", nameof(signatures))
            : signatures.Any(signature => signature.Draft != Digest) ? throw new ArgumentException("A signature is for another draft.", nameof(signatures))
            : EnvelopeLayout.Write(_signed, [.. signatures.Select(signature => signature.Signature)]);
    }
}
