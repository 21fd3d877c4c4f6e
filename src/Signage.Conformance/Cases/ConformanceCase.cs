using Signage.Conformance.Panels;

namespace Signage.Conformance.Cases;

/// <summary>One thing that a panel and its adapter must do together, examined from outside.</summary>
/// <param name="Name">Stable, in small letters: <c>split-packets</c>.</param>
/// <param name="Title">What is asked of the panel, Chinese first.</param>
/// <param name="Excuse">Why it does not apply to a panel; null when it does.</param>
/// <param name="Steps">What is done; each step says what is wrong, or null. The first that does ends the case.</param>
public sealed record ConformanceCase(
    string Name, string Title, Func<PanelOnTest, string?> Excuse, Func<PanelOnTest, IAsyncEnumerable<string?>> Steps);
