namespace Signage.Trust.Roots;

/// <summary>Why a root is refused.</summary>
public enum RootFault
{
    /// <summary>Its bytes are not the one form of a root: cut short, out of order, twice, too many, too long, or something behind them.</summary>
    NotCanonical,

    /// <summary>A field that has to be understood is not.</summary>
    UnknownCritical,

    /// <summary>A name, a number or an instant is beyond its bounds.</summary>
    OutOfBounds,

    /// <summary>Two people have the same id, or one key stands there twice: one might count as two.</summary>
    SameTwice,

    /// <summary>A role takes more people than have it, or has people and takes none.</summary>
    ThresholdUnmet,

    /// <summary>The root takes no person, or ending a blank takes fewer than two.</summary>
    ThresholdTooLow,

    /// <summary>Somebody has a role that works online and one that approves.</summary>
    OnlineApproves,

    /// <summary>The envelope is refused for the sake of the signers of the root before.</summary>
    OldSigners,

    /// <summary>The envelope is refused for the sake of the signers of the new root.</summary>
    NewSigners,

    /// <summary>It is not newer than the root that is in force.</summary>
    Rollback,

    /// <summary>Roots between are missing.</summary>
    Skips,

    /// <summary>It belongs to another domain.</summary>
    OtherDomain,

    /// <summary>Its epoch is lower, or more than one higher.</summary>
    WrongEpoch,

    /// <summary>It ended before now.</summary>
    Expired,

    /// <summary>It was made later than now.</summary>
    NotYet,
}
