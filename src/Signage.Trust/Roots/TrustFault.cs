namespace Signage.Trust.Roots;

/// <summary>Why a signed statement is refused.</summary>
public enum TrustFault
{
    /// <summary>The root in force has ended: nothing new is accepted but a next root and a blank.</summary>
    RootExpired,

    /// <summary>The root gives the role to nobody.</summary>
    NobodyMay,

    /// <summary>The envelope is refused; <see cref="TrustAnswer.Refused.Envelope"/> says why.</summary>
    Envelope,

    /// <summary>Enough people signed, but not for each step one of its own.</summary>
    StepMissing,

    /// <summary>Two people stand behind it, and the one who wrote it did not sign.</summary>
    AuthorMissing,

    /// <summary>The payload is not the one form of a statement.</summary>
    NotCanonical,

    /// <summary>The body says nothing that a statement of its kind says, or claims fewer reviews than the root asks for.</summary>
    OtherContent,

    /// <summary>It was made in another epoch of keys.</summary>
    OtherEpoch,

    /// <summary>It is meant for others.</summary>
    OtherTarget,

    /// <summary>It was made later than now.</summary>
    NotYet,

    /// <summary>It ended before now.</summary>
    Expired,

    /// <summary>It would be good for longer than its kind may be.</summary>
    LivesTooLong,

    /// <summary>A newer one was accepted.</summary>
    Rollback,

    /// <summary>Another one with the same version was accepted.</summary>
    SameVersionTwice,

    /// <summary>Its version is far ahead of the last.</summary>
    Leap,

    /// <summary>So many series are remembered that no other fits.</summary>
    TooManySeries,
}
