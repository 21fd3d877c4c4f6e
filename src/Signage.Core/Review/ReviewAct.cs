using Signage.Core.Frames;
using Signage.Core.Programmes;

namespace Signage.Core.Review;

/// <summary>What a person does to a paper.</summary>
public abstract record ReviewAct
{
    private ReviewAct()
    {
    }

    /// <summary>校: has the words screened and drawn.</summary>
    /// <param name="Frames">The pictures that they become.</param>
    /// <param name="Refusals">What in them may not be lit whoever says so, a line each.</param>
    public sealed record Screen(IReadOnlyList<FrameDigest> Frames, IReadOnlyList<string> Refusals) : ReviewAct;

    /// <summary>提交: hands it in.</summary>
    public sealed record HandIn : ReviewAct;

    /// <summary>通过: lets the stage pass that it waits for.</summary>
    /// <param name="Seen">The pictures that the person has seen to the end.</param>
    /// <param name="Proof">The person's signature; empty where a site has no keys.</param>
    public sealed record Pass(IReadOnlyList<FrameDigest> Seen, string Proof) : ReviewAct;

    /// <summary>退回: sends it back to its author.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record SendBack(string Reason) : ReviewAct;

    /// <summary>撤回: takes it back for good, approved or not.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Withdraw(string Reason) : ReviewAct;

    /// <summary>暂停: holds approved words back.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Suspend(string Reason) : ReviewAct;

    /// <summary>恢复: lets words that were held back be lit again.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Release(string Reason) : ReviewAct;

    /// <summary>替换: a later revision of the item was approved.</summary>
    /// <param name="By">That revision.</param>
    public sealed record Supersede(RevisionDigest By) : ReviewAct;
}

/// <summary>What comes of an act.</summary>
public abstract record ReviewAnswer
{
    private ReviewAnswer()
    {
    }

    /// <summary>It was done.</summary>
    /// <param name="Paper">The paper after it.</param>
    public sealed record Done(ReviewPaper Paper) : ReviewAnswer;

    /// <summary>It may not be done; the paper stays as it was.</summary>
    /// <param name="Reason">Why, in a line for a person.</param>
    public sealed record Refused(string Reason) : ReviewAnswer;
}
