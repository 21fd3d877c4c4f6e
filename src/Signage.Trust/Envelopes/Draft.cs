using Signage.Trust.Keys;

namespace Signage.Trust.Envelopes;

/// <summary>
/// What somebody is about to sign: a type and a payload of one's own. Several people sign the same draft, each on a machine of their own, and the signatures
/// are sealed together. There is no way from an envelope back to a draft: what came from elsewhere is opened by <see cref="VerifiedPayload.Verify"/> alone.
/// </summary>
public sealed class Draft
{
    private readonly byte[] _signed;

    /// <summary>Makes a draft.</summary>
    /// <param name="type">What the payload is.</param>
    /// <param name="payload">At most 1 MiB; copied.</param>
    /// <exception cref="ArgumentException">The payload is longer.</exception>
    public Draft(EnvelopeType type, ReadOnlySpan<byte> payload)
    {
        if (payload.Length > EnvelopeLayout.MostPayload)
        {
            throw new ArgumentException($"A payload has at most {EnvelopeLayout.MostPayload} bytes.", nameof(payload));
        }

        Type = type;
        _signed = EnvelopeLayout.SignedBytes(type, payload);
    }

    /// <summary>What the payload is.</summary>
    public EnvelopeType Type { get; }

    /// <summary>The bytes that signatures are over: tag, type and payload, the latter two with their lengths.</summary>
    public ReadOnlyMemory<byte> SignedBytes => _signed;

    /// <summary>One person's signature under this draft.</summary>
    public EnvelopeSignature Sign(PersonKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new EnvelopeSignature(key.Public.Id, key.Sign(_signed));
    }

    /// <summary>The envelope with these signatures, in this order. Nothing is checked here: whoever opens it does.</summary>
    /// <param name="signatures">1 to 32.</param>
    /// <exception cref="ArgumentException">There are none or too many.</exception>
    public byte[] Seal(params IReadOnlyCollection<EnvelopeSignature> signatures)
    {
        ArgumentNullException.ThrowIfNull(signatures);
        return signatures.Count is > 0 and <= EnvelopeLayout.MostSignatures
            ? EnvelopeLayout.Write(_signed, signatures)
            : throw new ArgumentException($"An envelope has 1 to {EnvelopeLayout.MostSignatures} signatures.", nameof(signatures));
    }

    /// <summary>The envelope with a signature of each of these keys.</summary>
    /// <param name="keys">1 to 32 keys.</param>
    public byte[] Seal(params IReadOnlyCollection<PersonKey> keys) => Seal([.. keys.Select(Sign)]);
}
