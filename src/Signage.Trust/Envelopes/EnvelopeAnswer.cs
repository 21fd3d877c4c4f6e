namespace Signage.Trust.Envelopes;

/// <summary>What comes of opening an envelope.</summary>
public abstract record EnvelopeAnswer
{
    private EnvelopeAnswer()
    {
    }

    /// <summary>Enough people signed exactly these bytes.</summary>
    /// <param name="Payload">The bytes, and who signed them.</param>
    public sealed record Verified(VerifiedPayload Payload) : EnvelopeAnswer;

    /// <summary>It is not to be used, and nothing of it can be had.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Reason">Why, for people, in one line.</param>
    public sealed record Refused(EnvelopeFault Fault, string Reason) : EnvelopeAnswer;
}
