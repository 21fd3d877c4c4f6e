namespace Signage.Trust.Roots;

/// <summary>What people read about a root that is refused for its own sake.</summary>
internal static class RootWords
{
    public static string Of(RootFault fault) => fault switch
    {
        RootFault.NotCanonical => Words.RootNotCanonical,
        RootFault.UnknownCritical => Words.RootUnknownCritical,
        RootFault.OutOfBounds => Words.RootOutOfBounds,
        RootFault.SameTwice => Words.RootSameTwice,
        RootFault.ThresholdUnmet => Words.RootThresholdUnmet,
        RootFault.ThresholdTooLow => Words.RootThresholdTooLow,
        RootFault.OnlineApproves => Words.RootOnlineApproves,
        RootFault.Rollback => Words.RootRollback,
        RootFault.Skips => Words.RootSkips,
        RootFault.OtherDomain => Words.RootOtherDomain,
        RootFault.WrongEpoch => Words.RootWrongEpoch,
        RootFault.Expired => Words.RootExpired,
        RootFault.NotYet => Words.RootNotYet,
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
