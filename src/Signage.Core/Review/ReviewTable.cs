namespace Signage.Core.Review;

/// <summary>The table behind <see cref="ReviewRules"/>: in which states an act is there at all, and whose it is.</summary>
public static class ReviewTable
{
    /// <summary>The states in which an act may be done.</summary>
    public static IReadOnlyList<ReviewState> States(ReviewAct act) => act switch
    {
        ReviewAct.Screen => [ReviewState.Draft, ReviewState.Screened, ReviewState.SentBack],
        ReviewAct.HandIn => [ReviewState.Screened],
        ReviewAct.Pass or ReviewAct.SendBack => [ReviewState.FirstReview, ReviewState.SecondReview, ReviewState.FinalReview],
        ReviewAct.Withdraw =>
        [
            ReviewState.Draft, ReviewState.Screened, ReviewState.FirstReview, ReviewState.SecondReview, ReviewState.FinalReview, ReviewState.Approved, ReviewState.SentBack, ReviewState.Suspended,
        ],
        ReviewAct.Suspend => [ReviewState.Approved],
        ReviewAct.Release => [ReviewState.Suspended],
        ReviewAct.Supersede => [ReviewState.Approved, ReviewState.Suspended],
        _ => [],
    };

    /// <summary>The duties, any of which an act on a paper takes.</summary>
    public static Duty Duties(ReviewAct act, ReviewPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return act switch
        {
            ReviewAct.Screen or ReviewAct.HandIn => Duty.Write,
            ReviewAct.Pass or ReviewAct.SendBack => paper.Waits is { } stage ? ReviewRules.DutyOf(stage) : Duty.None,

            // Whoever may let words pass may take them down, and so may whoever keeps watch: down is always the safe way.
            ReviewAct.Withdraw => Duty.FinalReview,
            ReviewAct.Suspend => Duty.Watch | Duty.FinalReview,
            ReviewAct.Release or ReviewAct.Supersede => Duty.FinalReview,
            _ => Duty.None,
        };
    }

    /// <summary>True for an act that authors may do to their own papers, whatever other duty it takes.</summary>
    public static bool IsForAuthor(ReviewAct act) => act is ReviewAct.Withdraw;
}
