using System.Security.Cryptography;
using System.Text;
using Signage.Trust.Keys;

namespace Signage.Trust.Envelopes;

/// <summary>
/// The bytes of an envelope: tag, type, payload (these three are what is signed), then the signatures. See docs/trust.md. Each envelope has one form, so
/// whatever is written twice is written alike.
/// </summary>
internal sealed record EnvelopeLayout(string Type, ReadOnlyMemory<byte> Signed, ReadOnlyMemory<byte> Payload, IReadOnlyList<EnvelopeSignature> Signatures)
{
    public const string Tag = "signage.envelope.1";
    public const int MostPayload = 1 << 20;
    public const int MostSignatures = 32;
    private const int SignatureField = KeyId.Size + sizeof(uint) + SigningProfile.SignatureSize;
    private static readonly byte[] TagBytes = Encoding.ASCII.GetBytes(Tag);

    /// <summary>The longest that an envelope can be: whatever is longer need not even be taken in.</summary>
    public static int MostLength { get; } =
        TagBytes.Length + sizeof(uint) + EnvelopeType.MostLength + sizeof(uint) + MostPayload + sizeof(uint) + (MostSignatures * SignatureField);

    /// <summary>SHA-256 over the signed bytes, in lower-case hex.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Signed.Span));

    public static byte[] SignedBytes(EnvelopeType type, ReadOnlySpan<byte> payload) => new FieldWriter().Tag(Tag).Text(type.Name).Block(payload).ToArray();

    public static byte[] Write(ReadOnlySpan<byte> signed, IReadOnlyCollection<EnvelopeSignature> signatures)
    {
        var writer = new FieldWriter().Raw(signed).Number((uint)signatures.Count);
        foreach (var signature in signatures)
        {
            writer.Raw(signature.Key.Bytes.Span).Block(signature.Bytes.Span);
        }

        return writer.ToArray();
    }

    /// <summary>Takes an envelope apart; answers the first fault, or null.</summary>
    public static EnvelopeFault? TryRead(ReadOnlyMemory<byte> bytes, out EnvelopeLayout? layout)
    {
        layout = null;
        if (bytes.Length > MostLength)
        {
            return EnvelopeFault.TooLong;
        }

        var reader = new FieldReader(bytes.Span);
        if (!reader.Raw(TagBytes.Length).SequenceEqual(TagBytes))
        {
            return EnvelopeFault.WrongTag;
        }

        var type = Encoding.Latin1.GetString(reader.Block(EnvelopeType.MostLength));
        if (!EnvelopeType.IsName(type))
        {
            return EnvelopeFault.BadType;
        }

        var length = reader.Number();
        if (length > MostPayload)
        {
            return EnvelopeFault.PayloadTooLong;
        }

        var start = bytes.Length - reader.Left;
        reader.Raw((int)length);
        var signed = bytes[..(bytes.Length - reader.Left)];
        if (ReadSignatures(ref reader, out var signatures) is { } fault)
        {
            return fault;
        }

        layout = new EnvelopeLayout(type, signed, bytes.Slice(start, (int)length), signatures);
        return null;
    }

    private static EnvelopeFault? ReadSignatures(ref FieldReader reader, out EnvelopeSignature[] signatures)
    {
        signatures = [];
        var count = reader.Number();
        if (reader.Failed)
        {
            return EnvelopeFault.CutShort;
        }

        if (count is 0 or > MostSignatures)
        {
            return count == 0 ? EnvelopeFault.NoSignature : EnvelopeFault.TooManySignatures;
        }

        signatures = new EnvelopeSignature[count];
        for (var at = 0; at < signatures.Length; at++)
        {
            var hint = reader.Raw(KeyId.Size);
            var size = reader.Number();
            if (!reader.Failed && size != SigningProfile.SignatureSize)
            {
                return EnvelopeFault.SignatureLength;
            }

            var piece = reader.Raw(SigningProfile.SignatureSize);
            if (reader.Failed)
            {
                return EnvelopeFault.CutShort;
            }

            signatures[at] = new EnvelopeSignature(new KeyId(hint), piece.ToArray());
        }

        return reader.IsWhole ? null : EnvelopeFault.TrailingBytes;
    }
}
