using Signage.Trust.Envelopes;

namespace Signage.Trust.Roots;

/// <summary>What comes of looking at a signed statement.</summary>
public abstract record TrustAnswer
{
    private TrustAnswer()
    {
    }

    /// <summary>It passed every check.</summary>
    /// <param name="Statement">What it says.</param>
    /// <param name="Versions">What to remember from now on; to be stored in the same step as the effect.</param>
    /// <param name="IsNew">False when the very same statement was accepted before: then it has no second effect.</param>
    public sealed record Accepted(VerifiedStatement Statement, AcceptedVersions Versions, bool IsNew) : TrustAnswer;

    /// <summary>It is not to be used. There is nothing to remember, but an entry for the audit.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Envelope">Why the envelope was refused, where that is the fault.</param>
    /// <param name="Reason">Why, for people, in one line.</param>
    public sealed record Refused(TrustFault Fault, EnvelopeFault? Envelope, string Reason) : TrustAnswer;
}
