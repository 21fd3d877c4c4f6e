namespace Signage.Trust.Envelopes;

/// <summary>What people read about an envelope that is refused for its own sake.</summary>
internal static class EnvelopeWords
{
    public static string Of(EnvelopeFault fault) => fault switch
    {
        EnvelopeFault.TooLong or EnvelopeFault.PayloadTooLong => Words.EnvelopeTooLong,
        EnvelopeFault.WrongTag or EnvelopeFault.BadType => Words.EnvelopeNone,
        EnvelopeFault.CutShort => Words.EnvelopeCutShort,
        EnvelopeFault.NoSignature => Words.EnvelopeNoSignature,
        EnvelopeFault.TooManySignatures => Words.EnvelopeTooManySignatures,
        EnvelopeFault.SignatureLength or EnvelopeFault.SignatureNotCanonical => Words.EnvelopeSignatureForm,
        EnvelopeFault.TrailingBytes => Words.EnvelopeTrailingBytes,
        EnvelopeFault.OtherType => Words.EnvelopeOtherType,
        EnvelopeFault.SignatureWrong => Words.EnvelopeSignatureWrong,
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
