namespace Signage.Conformance.Cases;

/// <summary>All cases, in the order in which they are run: what works first, what goes wrong after it.</summary>
public static class ConformanceCases
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ConformanceCase> All => [.. CommandCases.All, .. ShowCases.All, .. FailureCases.All, .. PowerCutCases.All, .. StreamCases.All, .. MessageCases.All];
}
