using Signage.Core.Frames;
using Signage.Core.Text;

namespace Signage.Core.Review;

/// <summary>
/// 三审三校 as a pure rule: who may do what to which paper, and what comes of it. Nothing else makes a paper approved. The author reviews nothing (but in <see cref="ReviewMode.OnePerson"/>), one
/// person passes one stage of a paper, a reviewer has seen every picture, and whoever says no says why.
/// </summary>
public static class ReviewRules
{
    /// <summary>The most characters of a reason.</summary>
    public const int LongestReason = 500;

    /// <summary>Does an act, or says why it may not be done.</summary>
    /// <param name="paper">The paper as it is kept.</param>
    /// <param name="act">What is to be done.</param>
    /// <param name="person">Who does it.</param>
    /// <param name="people">Everybody whom the site knows, by id: steps of people who have left do not count while a paper is under review.</param>
    /// <param name="now">When, by the site's clock.</param>
    public static ReviewAnswer Apply(ReviewPaper paper, ReviewAct act, Person person, IReadOnlyDictionary<string, Person> people, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(person);
        var stands = Standing(paper, people);
        return Against(stands, act, person, now) is { } reason ? new ReviewAnswer.Refused(reason) : new ReviewAnswer.Done(After(stands, act, person, now));
    }

    /// <summary>The paper as it stands with the people that there are now: a step of somebody who has left sends it back to that stage, and of a revoked one even when it was approved.</summary>
    public static ReviewPaper Standing(ReviewPaper paper, IReadOnlyDictionary<string, Person> people)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(people);
        var isOpen = paper.Waits is not null;
        if (!isOpen && paper.State is not (ReviewState.Approved or ReviewState.Suspended))
        {
            return paper;
        }

        ReviewStep[] steps = [.. paper.Steps.TakeWhile(step => people.TryGetValue(step.PersonId, out var person)
            && (isOpen ? person.Has(DutyOf(step.Stage)) : person.Standing is not PersonStanding.Revoked))];
        return steps.Length == paper.Steps.Count ? paper

            // What was held back does not come up again by a review that knows nothing of why.
            : paper.State is ReviewState.Suspended ? paper with { Steps = [], State = ReviewState.SentBack }
            : paper with { Steps = steps, State = Waiting(ReviewPolicy.Stages(paper.Mode)[steps.Length]) };
    }

    /// <summary>Why the words of a paper may not be lit at an instant; null when they may. Asked before anything of it is lit.</summary>
    public static string? Complaint(ReviewPaper paper, IReadOnlyDictionary<string, Person> people, DateTimeOffset now)
    {
        var stands = Standing(paper, people);
        return stands.State is not ReviewState.Approved ? Words.ReviewNotApproved.With(stands.ItemId, ReviewWords.Of(stands.State))
            : stands.ValidUntil <= now ? Words.ReviewOver.With(stands.ItemId)
            : stands.Steps.Select(step => step.Stage).SequenceEqual(ReviewPolicy.Stages(stands.Mode)) ? null
            : Words.ReviewIncomplete.With(stands.ItemId);
    }

    /// <summary>The duty of a stage.</summary>
    public static Duty DutyOf(ReviewStage stage) => stage switch
    {
        ReviewStage.First => Duty.FirstReview,
        ReviewStage.Second => Duty.SecondReview,
        _ => Duty.FinalReview,
    };

    private static string? Against(ReviewPaper paper, ReviewAct act, Person person, DateTimeOffset now)
    {
        if (person.Standing is not PersonStanding.Active)
        {
            return Words.ReviewPersonLeft.With(person.Name);
        }

        if (!ReviewTable.States(act).Contains(paper.State))
        {
            return Words.ReviewNotNow.With(paper.ItemId, ReviewWords.Of(paper.State), ReviewWords.Of(act));
        }

        if (!person.Has(ReviewTable.Duties(act, paper)) && !(ReviewTable.IsForAuthor(act) && person.Id == paper.AuthorId && person.Has(Duty.Write)))
        {
            return Words.ReviewNotTheirs.With(person.Name, ReviewWords.Of(act), ReviewWords.Of(ReviewTable.Duties(act, paper)));
        }

        return act is ReviewAct.SendBack or ReviewAct.Withdraw or ReviewAct.Suspend or ReviewAct.Release && (string.IsNullOrWhiteSpace(ReasonOf(act)) || ReasonOf(act)!.Length > LongestReason) ? Words.ReviewNeedsReason.With(ReviewWords.Of(act), LongestReason)
            : act is ReviewAct.Pass or ReviewAct.HandIn && paper.ValidUntil <= now ? Words.ReviewOver.With(paper.ItemId)
            : act switch
            {
                ReviewAct.Screen { Refusals: [_, ..] refusals } => Words.ReviewScreened.With(paper.ItemId, string.Join("；", refusals)),
                ReviewAct.Screen { Frames: [] } => Words.ReviewWithoutFrames.With(paper.ItemId),
                ReviewAct.Pass pass => AgainstPass(paper, pass, person),
                ReviewAct.Release when paper.Remark?.PersonId == person.Id && paper.Mode is not ReviewMode.OnePerson => Words.ReviewSameHand.With(person.Name),
                _ => null,
            };
    }

    private static string? AgainstPass(ReviewPaper paper, ReviewAct.Pass pass, Person person) =>
        person.Id == paper.AuthorId && paper.Mode is not ReviewMode.OnePerson ? Words.ReviewByAuthor.With(person.Name)
        : paper.Steps.Any(step => step.PersonId == person.Id) ? Words.ReviewTwice.With(person.Name)
        : Unseen(paper, pass.Seen) is > 0 and var unseen ? Words.ReviewUnseen.With(unseen, paper.Frames.Count)
        : null;

    private static int Unseen(ReviewPaper paper, IReadOnlyList<FrameDigest> seen) => paper.Frames.Except(seen).Count();

    private static ReviewPaper After(ReviewPaper paper, ReviewAct act, Person person, DateTimeOffset now) => act switch
    {
        ReviewAct.Screen screen => paper with { State = ReviewState.Screened, Frames = [.. screen.Frames.Distinct()], Steps = [] },
        ReviewAct.HandIn => paper with { State = Waiting(ReviewPolicy.Stages(paper.Mode)[0]), Steps = [] },
        ReviewAct.Pass pass => Passed(paper, new ReviewStep(paper.Waits!.Value, person.Id, now, pass.Proof)),
        ReviewAct.SendBack back => paper with { State = ReviewState.SentBack, Steps = [], Remark = new ReviewRemark(person.Id, now, back.Reason) },
        ReviewAct.Withdraw withdraw => paper with { State = ReviewState.Withdrawn, Remark = new ReviewRemark(person.Id, now, withdraw.Reason) },
        ReviewAct.Suspend suspend => paper with { State = ReviewState.Suspended, Remark = new ReviewRemark(person.Id, now, suspend.Reason) },
        ReviewAct.Release release => paper with { State = ReviewState.Approved, Remark = new ReviewRemark(person.Id, now, release.Reason) },
        ReviewAct.Supersede => paper with { State = ReviewState.Superseded },
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    private static ReviewPaper Passed(ReviewPaper paper, ReviewStep step)
    {
        var stages = ReviewPolicy.Stages(paper.Mode);
        ReviewStep[] steps = [.. paper.Steps, step];
        return paper with { Steps = steps, State = steps.Length < stages.Count ? Waiting(stages[steps.Length]) : ReviewState.Approved };
    }

    private static ReviewState Waiting(ReviewStage stage) => stage switch
    {
        ReviewStage.First => ReviewState.FirstReview,
        ReviewStage.Second => ReviewState.SecondReview,
        _ => ReviewState.FinalReview,
    };

    private static string? ReasonOf(ReviewAct act) => act switch
    {
        ReviewAct.SendBack back => back.Reason,
        ReviewAct.Withdraw withdraw => withdraw.Reason,
        ReviewAct.Suspend suspend => suspend.Reason,
        ReviewAct.Release release => release.Reason,
        _ => null,
    };
}
