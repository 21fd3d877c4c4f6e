using System.Text.Json;
using System.Text.RegularExpressions;

namespace Signage.Core.Text;

/// <summary>What the reader of JSON says, in words for a person: without the types of the program.</summary>
public static partial class JsonFaults
{
    /// <summary>One line: where it is and what is wrong there.</summary>
    public static string Of(JsonException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Words.JsonFault.With(
            (failure.LineNumber ?? 0) + 1, (failure.BytePositionInLine ?? 0) + 1, string.IsNullOrEmpty(failure.Path) ? "$" : failure.Path, What(failure));
    }

    /// <summary>What is wrong, without its place.</summary>
    public static string What(JsonException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.Message switch
        {
            var message when Unmapped().Match(message) is { Success: true } unmapped => Words.JsonUnknownMember.With(unmapped.Groups[1].Value),
            var message when Required().Match(message) is { Success: true } required => Words.JsonMemberMissing.With(required.Groups[1].Value.TrimEnd('.')),
            var message when Twice().Match(message) is { Success: true } twice => Words.JsonMemberTwice.With(twice.Groups[1].Value),
            var message when WrongKind().IsMatch(message) => Words.JsonWrongKind,
            _ => Words.JsonBroken,
        };
    }

    [GeneratedRegex("JSON property '([^']*)' could not be mapped")]
    private static partial Regex Unmapped();

    [GeneratedRegex("missing required properties including: (.*?)(?: Path:|$)")]
    private static partial Regex Required();

    [GeneratedRegex("[Dd]uplicate property '([^']*)'")]
    private static partial Regex Twice();

    [GeneratedRegex("^The JSON value could not be converted|doesn't allow (setting )?null values|null values")]
    private static partial Regex WrongKind();
}
