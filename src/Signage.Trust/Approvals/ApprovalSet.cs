using System.Collections.Frozen;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Review.Drawings;
using Signage.Core.Text;
using Signage.Trust.Roots;

namespace Signage.Trust.Approvals;

/// <summary>
/// All approvals that hold at a site under the root in force. It is opened anew at every start and for every new root, from the envelopes as they are kept: whoever writes
/// into the place where they are kept writes nothing into this. Immutable and thread safe.
/// </summary>
public sealed class ApprovalSet
{
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
    /// Opens envelopes. Of each series the latest holds, also when its time is over: an earlier one does not come back by that. Where two differ under one version, none of them does. Times are not asked about here but
    /// whenever words are to be lit, so it makes no difference which clock a site wakes up with; and what was approved while a root was good goes on until its own end.
    /// </summary>
    /// <param name="trusted">The root in force, with the eyes of the site.</param>
    /// <param name="envelopes">The envelopes as they are kept. Anything may be in them.</param>
    /// <param name="remembered">What the site remembers of all series: what is older than that was put back by somebody.</param>
    public static ApprovalOpening Open(TrustedSet trusted, IReadOnlyList<ReadOnlyMemory<byte>> envelopes, AcceptedVersions remembered)
    {
        ArgumentNullException.ThrowIfNull(trusted);
        ArgumentNullException.ThrowIfNull(envelopes);
        ArgumentNullException.ThrowIfNull(remembered);
        var refused = new List<RefusedApproval>();
        var opened = new List<(int Place, SignedApproval Approval)>();
        for (var place = 0; place < envelopes.Count; place++)
        {
            switch (trusted.Attest(envelopes[place].Span, SignedKind.Approval))
            {
                case TrustAnswer.Accepted { Statement: var statement } when SignedApproval.Of(statement) is { } approval:
                    var isOlder = remembered.Newest(SignedKind.Approval, statement.Content.Series) is { } newest
                        && (statement.Content.Epoch, statement.Content.Version).CompareTo((newest.Epoch, newest.Version)) < 0;
                    refused.AddRange(isOlder ? [new RefusedApproval(place, Words.ApprovalSuperseded)] : []);
                    opened.AddRange(isOlder ? [] : [(place, approval)]);
                    break;
                case TrustAnswer.Refused no:
                    refused.Add(new RefusedApproval(place, no.Reason));
                    break;
            }
        }

        var held = new List<SignedApproval>();
        foreach (var series in opened.GroupBy(one => one.Approval.Statement.Content.Series))
        {
            var latest = series.GroupBy(one => one.Approval.Statement.Content.Version).MaxBy(version => version.Key)!;
            var isOne = latest.DistinctBy(one => one.Approval.Statement.Digest).Count() == 1;
            held.AddRange(isOne ? [latest.First().Approval] : []);
            refused.AddRange(isOne ? [] : latest.Select(one => new RefusedApproval(one.Place, Words.ApprovalTwice)));
            refused.AddRange(series.Except(latest).Select(one => new RefusedApproval(one.Place, Words.ApprovalSuperseded)));
        }

        return new ApprovalOpening(new ApprovalSet(trusted.Root.Review, held), [.. refused.OrderBy(one => one.Place)]);
    }

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
