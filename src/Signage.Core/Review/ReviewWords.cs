namespace Signage.Core.Review;

/// <summary>States, acts and duties in words for people.</summary>
public static class ReviewWords
{
    /// <summary>A state.</summary>
    public static string Of(ReviewState state) => state switch
    {
        ReviewState.Draft => Words.StateDraft,
        ReviewState.Screened => Words.StateScreened,
        ReviewState.FirstReview => Words.StateFirstReview,
        ReviewState.SecondReview => Words.StateSecondReview,
        ReviewState.FinalReview => Words.StateFinalReview,
        ReviewState.Approved => Words.StateApproved,
        ReviewState.SentBack => Words.StateSentBack,
        ReviewState.Withdrawn => Words.StateWithdrawn,
        ReviewState.Suspended => Words.StateSuspended,
        _ => Words.StateSuperseded,
    };

    /// <summary>An act.</summary>
    public static string Of(ReviewAct act) => act switch
    {
        ReviewAct.Screen => Words.ActScreen,
        ReviewAct.HandIn => Words.ActHandIn,
        ReviewAct.Pass => Words.ActPass,
        ReviewAct.SendBack => Words.ActSendBack,
        ReviewAct.Withdraw => Words.ActWithdraw,
        ReviewAct.Suspend => Words.ActSuspend,
        ReviewAct.Release => Words.ActRelease,
        _ => Words.ActSupersede,
    };

    /// <summary>Duties, with strokes between several.</summary>
    public static string Of(Duty duties) => DutyWords.Of(duties);

    /// <summary>A mode.</summary>
    public static string Of(ReviewMode mode) => mode switch
    {
        ReviewMode.OnePerson => Words.ModeOne,
        ReviewMode.TwoPeople => Words.ModeTwo,
        _ => Words.ModeThree,
    };
}
