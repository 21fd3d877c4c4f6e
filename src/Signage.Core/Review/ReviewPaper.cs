using Signage.Core.Frames;
using Signage.Core.Programmes;

namespace Signage.Core.Review;

/// <summary>审批单: the way of one revision through its reviews. An edit is another revision and has a paper of its own, without any step. Immutable; <see cref="ReviewRules"/> makes the next.</summary>
/// <param name="ItemId">The item that it is a version of.</param>
/// <param name="Revision">The words, by their digest.</param>
/// <param name="AuthorId">Who wrote it.</param>
/// <param name="Mode">How many people it takes; set when the paper is begun and not a matter of its author.</param>
public sealed record ReviewPaper(string ItemId, RevisionDigest Revision, string AuthorId, ReviewMode Mode)
{
    /// <summary>Where it stands.</summary>
    public ReviewState State { get; init; } = ReviewState.Draft;

    /// <summary>The pictures that it becomes, one of each, on all faces that it is for: what a reviewer must have seen. Empty until it is screened.</summary>
    public IReadOnlyList<FrameDigest> Frames { get; init; } = [];

    /// <summary>The reviews passed since it was handed in, in their order.</summary>
    public IReadOnlyList<ReviewStep> Steps { get; init; } = [];

    /// <summary>The last act with a reason: who sent it back, withdrew or suspended it, and why; null when none did.</summary>
    public ReviewRemark? Remark { get; init; }

    /// <summary>Until when it may be lit at all; null for as long as it is planned.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>The stage that it waits for; null when it waits for none.</summary>
    public ReviewStage? Waits => State switch
    {
        ReviewState.FirstReview => ReviewStage.First,
        ReviewState.SecondReview => ReviewStage.Second,
        ReviewState.FinalReview => ReviewStage.Final,
        _ => null,
    };
}

/// <summary>A review that was passed.</summary>
/// <param name="Stage">Which.</param>
/// <param name="PersonId">By whom.</param>
/// <param name="At">When, by the site's clock.</param>
/// <param name="Proof">The signature as it came, for whoever verifies it again; empty where a site has no keys.</param>
public sealed record ReviewStep(ReviewStage Stage, string PersonId, DateTimeOffset At, string Proof);

/// <summary>A reason that somebody gave.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why; 1 to 500 characters.</param>
public sealed record ReviewRemark(string PersonId, DateTimeOffset At, string Reason);
