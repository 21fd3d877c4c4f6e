namespace Signage.Trust.Roots;

/// <summary>What people read about a statement that is refused for its own sake.</summary>
internal static class TrustWords
{
    public static string Of(TrustFault fault) => fault switch
    {
        TrustFault.RootExpired => Words.TrustRootExpired,
        TrustFault.NobodyMay => Words.TrustNobodyMay,
        TrustFault.AuthorMissing => Words.TrustAuthorMissing,
        TrustFault.NotCanonical => Words.TrustNotCanonical,
        TrustFault.OtherContent => Words.TrustOtherContent,
        TrustFault.OtherEpoch => Words.TrustOtherEpoch,
        TrustFault.OtherTarget => Words.TrustOtherTarget,
        TrustFault.NotYet => Words.TrustNotYet,
        TrustFault.Expired => Words.TrustExpired,
        TrustFault.LivesTooLong => Words.TrustLivesTooLong,
        TrustFault.Rollback => Words.TrustRollback,
        TrustFault.SameVersionTwice => Words.TrustSameVersionTwice,
        TrustFault.Leap => Words.TrustLeap,
        TrustFault.TooManySeries => Words.TrustTooManySeries,
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
