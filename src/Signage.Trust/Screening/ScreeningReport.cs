using Signage.Core.Programmes;

namespace Signage.Trust.Screening;

/// <summary>What a screening says about one text. Immutable; it holds for exactly these words and these lists.</summary>
/// <param name="Digest">
/// SHA-256 of the text in normal form C, the same digest that revisions and approvals use, so that later stages can check that they hold what was screened (I9);
/// null when the text is no well-formed Unicode, in which case it is refused.
/// </param>
/// <param name="Findings">What was found, in order of place.</param>
/// <param name="Lists">The lists and rules that were asked.</param>
public sealed record ScreeningReport(RevisionDigest? Digest, IReadOnlyList<Finding> Findings, IReadOnlyList<ListVersion> Lists)
{
    /// <summary>True when nothing can be done with the text but change it.</summary>
    public bool IsRefused => Findings.Any(finding => finding.Severity == FindingSeverity.Refused);

    /// <summary>What a reviewer must decide before anybody can approve the text.</summary>
    public IEnumerable<Finding> ToDecide => Findings.Where(finding => finding.Severity == FindingSeverity.MustDecide);

    /// <summary>True when nothing was found but hints.</summary>
    public bool IsClear => Findings.All(finding => finding.Severity == FindingSeverity.Hint);
}
