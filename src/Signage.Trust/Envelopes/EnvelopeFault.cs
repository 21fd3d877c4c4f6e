namespace Signage.Trust.Envelopes;

/// <summary>Why an envelope is refused. The order is that of the checks: the first that fails is told.</summary>
public enum EnvelopeFault
{
    /// <summary>The whole is longer than an envelope can be. Nothing of it was looked at.</summary>
    TooLong,

    /// <summary>It does not begin with the tag of this version.</summary>
    WrongTag,

    /// <summary>The name of its type is none.</summary>
    BadType,

    /// <summary>It ends before its fields do.</summary>
    CutShort,

    /// <summary>The payload is longer than 1 MiB.</summary>
    PayloadTooLong,

    /// <summary>It has no signature at all.</summary>
    NoSignature,

    /// <summary>It has more than 32 signatures.</summary>
    TooManySignatures,

    /// <summary>A signature does not have 64 bytes.</summary>
    SignatureLength,

    /// <summary>Bytes follow behind the last signature.</summary>
    TrailingBytes,

    /// <summary>It is sound, but of another type than the one that was asked for.</summary>
    OtherType,

    /// <summary>A signature under a known key is not in the one form that this profile has, such as a P-256 signature with a high s.</summary>
    SignatureNotCanonical,

    /// <summary>A signature under a known key does not fit these bytes: they were changed, or somebody else signed them.</summary>
    SignatureWrong,

    /// <summary>Too few people signed, and among those who did are some whose trust was withdrawn.</summary>
    SignerRevoked,

    /// <summary>Too few people signed. One person counts once, however many keys or signatures of the person there are.</summary>
    TooFewPeople,
}
