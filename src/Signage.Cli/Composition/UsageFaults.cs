using System.CommandLine;
using System.CommandLine.Parsing;
using Signage.Cli.Arguments;
using Signage.Core.Text;

namespace Signage.Cli.Composition;

/// <summary>
/// What is wrong with a command line, in the words of this program. The parser's own words follow the language of the machine; its findings do not.
/// What was typed wrong comes first, what is missing last: a mistyped option is the reason why another is missing.
/// </summary>
internal static class UsageFaults
{
    /// <summary>Everything that is wrong, in one line: it is read in a terminal between other lines, or by a script.</summary>
    public static string Of(ParseResult parsed)
    {
        var command = parsed.CommandResult;
        string[] faults = [.. Unknown(parsed), .. parsed.Errors.Select(Malformed).OfType<string>(), .. Missing(command, parsed.UnmatchedTokens.Count > 0)];
        return string.Join(' ', faults.Length > 0 ? faults.Distinct() : parsed.Errors.Select(error => error.Message));
    }

    private static IEnumerable<string> Unknown(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.Count == 0)
        {
            yield break;
        }

        var words = string.Join(", ", parsed.UnmatchedTokens.Select(word => $"'{word}'"));
        var near = NearNames.Of(parsed.UnmatchedTokens[0], Names(parsed.CommandResult));
        yield return near.Count == 0 ? Words.UnknownWords.With(words) : Words.UnknownWordsButNear.With(words, string.Join(", ", near));
    }

    private static IEnumerable<string> Names(CommandResult command) =>
        command.Command.Subcommands.Select(verb => verb.Name).Concat(Lineage(command).SelectMany(at => at.Command.Options.Select(option => option.Name)));

    private static string? Malformed(ParseError error) => (error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult) switch
    {
        { Implicit: true } => null,
        { Option: var option, Tokens.Count: var count } when count < option.Arity.MinimumNumberOfValues => Words.ValueMissing.With(Spelled(option)),
        { Option: var option, Tokens.Count: var count } when count > option.Arity.MaximumNumberOfValues || option.Arity.MaximumNumberOfValues == 0 =>
            Words.ValuesTooMany.With(option.Name, option.Arity.MaximumNumberOfValues),
        // Whoever reads a value of this program says what is wrong with it in the program's own words.
        not null => error.Message,
        null => error.SymbolResult is ArgumentResult { Tokens.Count: > 0 } ? error.Message : null,
    };

    private static IEnumerable<string> Missing(CommandResult command, bool isMistyped)
    {
        if (command.Command is { Action: null, Subcommands: { Count: > 0 } verbs })
        {
            if (!isMistyped)
            {
                yield return Words.VerbMissing.With(string.Join(", ", verbs.Select(verb => verb.Name)));
            }

            yield break;
        }

        string[] missing =
        [
            .. command.Command.Options.Where(option => option.Required && command.GetResult(option) is null or { Implicit: true }).Select(Spelled),
            .. command.Command.Arguments
                .Where(argument => argument.Arity.MinimumNumberOfValues > (command.GetResult(argument)?.Tokens.Count ?? 0)).Select(argument => argument.Name),
        ];
        if (missing.Length > 0)
        {
            yield return Words.RequiredMissing.With(string.Join(", ", missing));
        }
    }

    private static string Spelled(Option option) => $"{option.Name} {option.HelpName}".TrimEnd();

    private static IEnumerable<CommandResult> Lineage(CommandResult command)
    {
        for (SymbolResult? at = command; at is not null; at = at.Parent)
        {
            if (at is CommandResult ancestor)
            {
                yield return ancestor;
            }
        }
    }
}
