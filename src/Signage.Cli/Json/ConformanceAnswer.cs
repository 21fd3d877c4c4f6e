using System.Text.Json;
using Signage.Conformance;

namespace Signage.Cli.Json;

/// <summary>The answer of <c>conformance --json</c>.</summary>
/// <param name="Profile">The card model.</param>
/// <param name="Panel">The endpoint, without a password.</param>
/// <param name="Face">The face.</param>
/// <param name="Cases">The cases in order.</param>
/// <param name="Passed">How many passed.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="Skipped">How many do not apply.</param>
/// <param name="Unseen">How many found nothing wrong where nobody can know.</param>
internal sealed record ConformanceAnswer(string Profile, string Panel, string Face, IReadOnlyList<CaseAnswer> Cases, int Passed, int Failed, int Skipped, int Unseen);

/// <summary>One case of <c>conformance --json</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What was asked of the panel.</param>
/// <param name="Result">passed, failed, skipped or unseen.</param>
/// <param name="Detail">What is wrong, why it does not apply, or what could not be seen.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record CaseAnswer(string Name, string Title, string Result, string Detail, long Milliseconds)
{
    /// <summary>The answer for a row.</summary>
    public static CaseAnswer Of(CaseRow row) =>
        new(row.Name, row.Title, JsonNamingPolicy.CamelCase.ConvertName(row.Result.ToString()), row.Detail, row.Milliseconds);
}

/// <summary>One case of <c>conformance --list --json</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What is asked of a panel.</param>
internal sealed record CaseName(string Name, string Title);
