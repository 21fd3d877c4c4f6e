using Signage.Core.Text;

namespace Signage.Trust.Envelopes;

/// <summary>
/// The payload of an envelope, after enough people were found to have signed it. It is made by <see cref="Verify"/> and nowhere else, and holds the very
/// bytes that were verified, in a copy of its own: nobody can exchange them afterwards. Immutable.
/// </summary>
public sealed class VerifiedPayload
{
    private VerifiedPayload(EnvelopeLayout layout, IReadOnlyList<string> people)
    {
        Type = new EnvelopeType(layout.Type);
        Bytes = layout.Payload;
        Digest = layout.Digest;
        People = people;
    }

    /// <summary>What it is: the type that was asked for.</summary>
    public EnvelopeType Type { get; }

    /// <summary>The payload.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>SHA-256 over the signed bytes (tag, type, payload), in lower-case hex. Signatures are not in it: the same content has the same digest whoever signed.</summary>
    public string Digest { get; }

    /// <summary>The different people whose signatures count, in the order in which they first stand in the envelope.</summary>
    public IReadOnlyList<string> People { get; }

    /// <summary>
    /// Opens an envelope. Signatures of keys that nobody here knows are passed over (they only count towards the 32); one under a known key that is wrong
    /// refuses the whole, since then somebody tampered. At most 32 signatures are calculated.
    /// </summary>
    /// <param name="envelope">The bytes as they came. Anything may be in them.</param>
    /// <param name="expected">What it has to be.</param>
    /// <param name="signers">Whose signatures count.</param>
    public static EnvelopeAnswer Verify(ReadOnlySpan<byte> envelope, EnvelopeType expected, Signers signers)
    {
        ArgumentNullException.ThrowIfNull(signers);

        // Whatever is too long is not even copied.
        if (envelope.Length > EnvelopeLayout.MostLength)
        {
            return Refuse(EnvelopeFault.TooLong);
        }

        if (EnvelopeLayout.TryRead(envelope.ToArray(), out var layout) is { } fault)
        {
            return Refuse(fault);
        }

        return layout!.Type == expected.Name ? Count(layout, signers) : Refuse(EnvelopeFault.OtherType);
    }

    private static EnvelopeAnswer Count(EnvelopeLayout layout, Signers signers)
    {
        var people = new List<string>();
        var revoked = false;
        foreach (var signature in layout.Signatures)
        {
            if (signers.Find(signature.Key) is not { } signer)
            {
                continue;
            }

            if (!signers.Profile.IsCanonical(signature.Bytes.Span))
            {
                return Refuse(EnvelopeFault.SignatureNotCanonical);
            }

            if (!signers.Profile.Verify(signer.Key, layout.Signed.Span, signature.Bytes.Span))
            {
                return Refuse(EnvelopeFault.SignatureWrong);
            }

            revoked |= signer.IsRevoked;
            if (!signer.IsRevoked && !people.Contains(signer.Person))
            {
                people.Add(signer.Person);
            }
        }

        return people.Count >= signers.Threshold ? new EnvelopeAnswer.Verified(new VerifiedPayload(layout, people))
            : revoked ? new EnvelopeAnswer.Refused(EnvelopeFault.SignerRevoked, Words.EnvelopeSignerRevoked.With(people.Count, signers.Threshold))
            : new EnvelopeAnswer.Refused(EnvelopeFault.TooFewPeople, Words.EnvelopeTooFewPeople.With(people.Count, signers.Threshold));
    }

    private static EnvelopeAnswer.Refused Refuse(EnvelopeFault fault) => new(fault, EnvelopeWords.Of(fault));
}
