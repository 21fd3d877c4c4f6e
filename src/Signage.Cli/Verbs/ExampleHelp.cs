using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Signage.Cli.Verbs;

/// <summary>Help as the parser writes it, with an example of the verb at its end.</summary>
/// <param name="plain">The parser's own help.</param>
internal sealed class ExampleHelp(HelpAction plain) : SynchronousCommandLineAction
{
    /// <inheritdoc />
    public override bool ClearsParseErrors => true;

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        var code = plain.Invoke(parseResult);
        if (parseResult.CommandResult.Command is Verb verb)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(Words.Example);
            parseResult.InvocationConfiguration.Output.WriteLine($"  {verb.Example}");
        }

        return code;
    }
}
