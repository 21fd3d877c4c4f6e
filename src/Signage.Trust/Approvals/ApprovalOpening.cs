namespace Signage.Trust.Approvals;

/// <summary>What came of opening envelopes.</summary>
/// <param name="Approvals">Those that hold.</param>
/// <param name="Refused">Those that do not, in their order. Whoever keeps envelopes takes one out when a later one is accepted, so each of these is worth an alarm.</param>
public sealed record ApprovalOpening(ApprovalSet Approvals, IReadOnlyList<RefusedApproval> Refused);

/// <summary>An envelope that holds nothing.</summary>
/// <param name="Place">Its place among those that were opened, from 0.</param>
/// <param name="Reason">Why, for people, in one line.</param>
public sealed record RefusedApproval(int Place, string Reason);
