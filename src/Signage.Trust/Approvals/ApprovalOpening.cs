namespace Signage.Trust.Approvals;

/// <summary>What came of opening envelopes.</summary>
/// <param name="Approvals">Those that hold.</param>
/// <param name="Refused">Those that do not, in their order; each is worth an alarm but for one that was superseded or has ended.</param>
public sealed record ApprovalOpening(ApprovalSet Approvals, IReadOnlyList<RefusedApproval> Refused);

/// <summary>An envelope that holds nothing.</summary>
/// <param name="Place">Its place among those that were opened, from 0.</param>
/// <param name="Reason">Why, for people, in one line.</param>
public sealed record RefusedApproval(int Place, string Reason);
