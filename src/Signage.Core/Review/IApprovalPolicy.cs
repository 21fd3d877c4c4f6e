using Signage.Core.Programmes;

namespace Signage.Core.Review;

/// <summary>Decides whether a revision may be lit. Replaced when people and signatures come; the gate stays.</summary>
public interface IApprovalPolicy
{
    /// <summary>Why the revision may not be lit; null when it may.</summary>
    string? Complaint(Revision revision);
}
