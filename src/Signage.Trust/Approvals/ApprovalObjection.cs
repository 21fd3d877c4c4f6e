namespace Signage.Trust.Approvals;

/// <summary>Why an approval does not let words pass.</summary>
/// <param name="Passed">How many of the questions it passed before: of several objections the one that came furthest helps most.</param>
/// <param name="Reason">Why, for people, in one line.</param>
public sealed record ApprovalObjection(int Passed, string Reason);
