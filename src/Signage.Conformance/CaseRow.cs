namespace Signage.Conformance;

/// <summary>How a case ended.</summary>
public enum CaseResult
{
    /// <summary>All is as it has to be.</summary>
    Passed,

    /// <summary>Something is not.</summary>
    Failed,

    /// <summary>It does not apply to this panel.</summary>
    Skipped,

    /// <summary>Nothing was found wrong, and nobody can know: pictures were sent to a card that says nothing, and nobody sees the glass.</summary>
    Unseen,
}

/// <summary>One row of a report.</summary>
/// <param name="Name">The case.</param>
/// <param name="Title">What was asked of the panel.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Detail">What is wrong, why it does not apply, or what could not be seen; empty for nothing.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record CaseRow(string Name, string Title, CaseResult Result, string Detail, long Milliseconds);

/// <summary>What an examination found.</summary>
/// <param name="Cases">The cases in order.</param>
/// <param name="Afterwards">How the panel was left, a line each.</param>
public sealed record ConformanceReport(IReadOnlyList<CaseRow> Cases, IReadOnlyList<string> Afterwards)
{
    /// <summary>How many cases ended in a way.</summary>
    public int Count(CaseResult result) => Cases.Count(row => row.Result == result);
}
