using System.Text;
using Signage.Trust.Keys;

namespace Signage.Trust.Envelopes;

/// <summary>A signature on its way from the person who made it to the draft that it is for: what lies on the stick. Immutable.</summary>
/// <param name="Draft">The digest of the draft, see <see cref="OfferedDraft.Digest"/>.</param>
/// <param name="Signature">The signature.</param>
public sealed record LooseSignature(string Draft, EnvelopeSignature Signature)
{
    /// <summary>How many bytes it has.</summary>
    public const int Size = 19 + DigestSize + KeyId.Size + SigningProfile.SignatureSize;

    private const string Tag = "signage.signature.1";
    private const int DigestSize = 32;

    /// <summary>Its one form in bytes: tag, digest of the draft, key id, signature.</summary>
    public byte[] ToBytes() => new FieldWriter().Tag(Tag).Raw(Convert.FromHexString(Draft)).Raw(Signature.Key.Bytes.Span).Raw(Signature.Bytes.Span).ToArray();

    /// <summary>Reads one; null when the bytes are none.</summary>
    /// <param name="bytes">The bytes as they came. Anything may be in them.</param>
    public static LooseSignature? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new FieldReader(bytes);
        if (bytes.Length != Size || !reader.Raw(Tag.Length).SequenceEqual(Encoding.ASCII.GetBytes(Tag)))
        {
            return null;
        }

        var (draft, key) = (Convert.ToHexStringLower(reader.Raw(DigestSize)), new KeyId(reader.Raw(KeyId.Size)));
        return new LooseSignature(draft, new EnvelopeSignature(key, reader.Raw(SigningProfile.SignatureSize).ToArray()));
    }
}
