using System.Text.Json;
using System.Text.RegularExpressions;
using Signage.Core.Text;

namespace Signage.Cli.Composition;

/// <summary>What the reader of JSON says, in words for a person: without the types of the program.</summary>
internal static partial class JsonFaults
{
    /// <summary>One line: where it is and what is wrong there.</summary>
    public static string Of(JsonException failure) =>
        Words.JsonFault.With((failure.LineNumber ?? 0) + 1, (failure.BytePositionInLine ?? 0) + 1, string.IsNullOrEmpty(failure.Path) ? "$" : failure.Path, What(failure.Message));

    private static string What(string message) => message switch
    {
        _ when Unmapped().Match(message) is { Success: true } unmapped => Words.JsonUnknownMember.With(unmapped.Groups[1].Value),
        _ when Required().Match(message) is { Success: true } required => Words.JsonMemberMissing.With(required.Groups[1].Value.TrimEnd('.')),
        _ when message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal) => Words.JsonWrongKind,
        _ => Words.JsonBroken,
    };

    [GeneratedRegex("JSON property '([^']*)' could not be mapped")]
    private static partial Regex Unmapped();

    [GeneratedRegex("missing required properties including: (.*?)(?: Path:|$)")]
    private static partial Regex Required();
}
