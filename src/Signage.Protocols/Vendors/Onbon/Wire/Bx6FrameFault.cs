using Signage.Core.Text;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>What can be wrong with a stretch of bytes that is no packet.</summary>
internal enum Bx6FaultKind
{
    NoEnd,
    Noise,
    Escape,
    TooShort,
    OrdinaryShort,
    DynamicShort,
    FifthGeneration,
    Version,
    HeaderCheck,
    BodyLength,
    BodyTooLong,
    BodyCheck,
    FrameCheck,
    Encryption,
}

/// <summary>
/// Why a stretch of bytes is no packet, as numbers: on a line, noise is passed over thousands of times and told to nobody, so it is put into words only where
/// a person reads it.
/// </summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Is">What stands there, where that is a number.</param>
/// <param name="Should">What should stand there, where that is a number.</param>
internal readonly record struct Bx6FrameFault(Bx6FaultKind Kind, long Is = 0, long Should = 0)
{
    /// <summary>In one line, for a person.</summary>
    public string Tell() => Kind switch
    {
        Bx6FaultKind.NoEnd => CardWords.FrameNoEnd,
        Bx6FaultKind.Noise => CardWords.FrameNoise,
        Bx6FaultKind.Escape => CardWords.FrameEscape,
        Bx6FaultKind.TooShort => CardWords.FrameTooShort.With(Is),
        Bx6FaultKind.OrdinaryShort => CardWords.FrameOrdinaryShort.With(Is, Should),
        Bx6FaultKind.DynamicShort => CardWords.FrameDynamicShort.With(Is, Should),
        Bx6FaultKind.FifthGeneration => CardWords.FrameFifthGeneration,
        Bx6FaultKind.Version => CardWords.FrameVersion.With(Is),
        Bx6FaultKind.HeaderCheck => CardWords.FrameHeaderCheck.With(Is, Should),
        Bx6FaultKind.BodyLength => CardWords.FrameBodyLength.With(Is, Should),
        Bx6FaultKind.BodyTooLong => CardWords.FrameBodyTooLong.With(Is, Should),
        Bx6FaultKind.BodyCheck => CardWords.FrameBodyCheck.With(Is, Should),
        Bx6FaultKind.FrameCheck => CardWords.FrameCheck.With(Is, Should),
        _ => CardWords.FrameEncryption.With(Is),
    };
}
