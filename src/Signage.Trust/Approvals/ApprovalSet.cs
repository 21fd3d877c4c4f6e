using System.Collections.Frozen;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Review.Drawings;
using Signage.Core.Text;
using Signage.Trust.Envelopes;
using Signage.Trust.Roots;

namespace Signage.Trust.Approvals;

/// <summary>
/// All approvals that hold at a site under the root in force. It is opened anew at every start and for every new root, from the envelopes as they are kept: whoever writes
/// into the place where they are kept writes nothing into this. Immutable and thread safe.
/// </summary>
public sealed class ApprovalSet
{
    // The same content may be kept under other signatures; a thousand wrong ones do not hold up a start.
    private const int MostTries = 4;

    private readonly FrozenDictionary<RevisionDigest, SignedApproval[]> _byWords;

    private ApprovalSet(ReviewPolicy policy, IEnumerable<SignedApproval> approvals)
    {
        Policy = policy;
        _byWords = approvals.GroupBy(approval => approval.Words.Revision.Digest).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>No approval at all: nothing is let pass.</summary>
    public static ApprovalSet None { get; } = new(ReviewPolicy.Strict, []);

    /// <summary>How many reviews it takes, by the root.</summary>
    public ReviewPolicy Policy { get; }

    /// <summary>The approvals, in no order.</summary>
    public IEnumerable<SignedApproval> All => _byWords.Values.SelectMany(approvals => approvals);

    /// <summary>
    /// Opens envelopes. Of each series exactly the one holds that the site accepted last, also when its time is over: an earlier one does not come back by that, and one that was put in beside the door, whoever
    /// signed it, holds nothing. Times are not asked about here but whenever words are to be lit, so it makes no difference which clock a site wakes up with; and what was accepted while a root was good goes on
    /// until its own end.
    /// </summary>
    /// <param name="trusted">The root in force, with the eyes of the site.</param>
    /// <param name="envelopes">The envelopes as they are kept. Anything may be in them.</param>
    /// <param name="remembered">What the site remembers of all series. It is stored in one step with the envelope that it remembers.</param>
    public static ApprovalOpening Open(TrustedSet trusted, IReadOnlyList<ReadOnlyMemory<byte>> envelopes, AcceptedVersions remembered)
    {
        ArgumentNullException.ThrowIfNull(trusted);
        ArgumentNullException.ThrowIfNull(envelopes);
        ArgumentNullException.ThrowIfNull(remembered);
        var accepted = remembered.Digests(SignedKind.Approval);
        var tries = new Dictionary<string, int>(StringComparer.Ordinal);
        var held = new Dictionary<string, SignedApproval>(StringComparer.Ordinal);
        var refused = new List<RefusedApproval>();
        for (var place = 0; place < envelopes.Count; place++)
        {
            // What was never accepted costs no signature, however much of it somebody puts here.
            if (EnvelopeLayout.TryRead(envelopes[place], out var layout) is null && !(accepted.Contains(layout!.Digest) && MayTry(layout.Digest)))
            {
                refused.Add(new RefusedApproval(place, Words.ApprovalNotAccepted));
                continue;
            }

            switch (trusted.Attest(envelopes[place].Span, SignedKind.Approval))
            {
                case TrustAnswer.Accepted { Statement: var statement } when SignedApproval.Of(statement) is { } approval:
                    held.TryAdd(statement.Content.Series, approval);
                    break;
                case TrustAnswer.Refused no:
                    refused.Add(new RefusedApproval(place, no.Reason));
                    break;
            }
        }

        return new ApprovalOpening(new ApprovalSet(trusted.Root.Review, held.Values), refused);

        bool MayTry(string digest) => (tries[digest] = tries.GetValueOrDefault(digest) + 1) <= MostTries;
    }

    /// <summary>This set with an approval that was just accepted, in place of the one before it in its series.</summary>
    internal ApprovalSet With(SignedApproval approval) =>
        new(Policy, All.Where(other => other.Statement.Content.Series != approval.Statement.Content.Series).Append(approval));

    /// <summary>Why words may not be lit, in one line; null when an approval lets them pass.</summary>
    public string? Complaint(LitWords lit)
    {
        ArgumentNullException.ThrowIfNull(lit);
        ApprovalObjection?[] objections = [.. _byWords.GetValueOrDefault(lit.Revision.Digest, []).Select(approval => approval.Objection(lit, Policy))];
        return objections.Length == 0 ? Words.LitUnknown.With(lit.Revision.ItemId)
            : objections.Contains(null) ? null
            : objections.MaxBy(objection => objection!.Passed)!.Reason;
    }
}
