using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Signage.Cli.Terminal;
using Signage.Cli.Verbs;
using Signage.Core.Text;

namespace Signage.Cli.Composition;

/// <summary>The whole command: every verb on one root, and the one place where failures become lines and exit codes.</summary>
internal static class CommandLine
{
    // A panel taken off the line, or a site stopped, needs longer than the parser's own two seconds.
    private static readonly TimeSpan TerminationWithin = TimeSpan.FromSeconds(15);

    /// <summary>Runs one command line.</summary>
    /// <param name="words">The words after the name of the program.</param>
    /// <param name="rooms">What the verbs work with.</param>
    /// <param name="output">Where they write.</param>
    /// <param name="cancellationToken">Stops the command like an interrupt from the keyboard.</param>
    /// <returns>0 done, 1 failed, 2 bad usage.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> words, Rooms rooms, Output output, CancellationToken cancellationToken)
    {
        var common = new CommonOptions();
        var parsed = Root(new VerbRooms(rooms, output, common)).Parse(words);
        if (parsed.Action is ParseErrorAction)
        {
            return BadUsage(parsed, output);
        }

        try
        {
            var invocation = new InvocationConfiguration
            {
                Output = output.Answers,
                Error = output.Complaints,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TerminationWithin,
            };
            return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            return Failures.Report(failure, parsed.GetValue(common.Verbose), output);
        }
    }

    private static RootCommand Root(VerbRooms rooms)
    {
        var root = new RootCommand(Words.AboutProgram)
        {
            new ProfileVerb(rooms),
            new RenderVerb(rooms),
            new EncodeVerb(rooms),
            new DecodeVerb(rooms),
            new SimVerb(rooms),
            new ShowVerb(rooms),
            new PlanVerb(rooms),
            new PanelVerb(rooms),
            new SlotVerb(rooms),
            new RunVerb(rooms),
            new DemoVerb(rooms),
        };
        rooms.Common.AddTo(root);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExampleHelp((HelpAction)help.Action!);
        return root;
    }

    // One line, whatever is wrong: it is read in a terminal between other lines, or by a script.
    private static int BadUsage(ParseResult parsed, Output output)
    {
        var messages = string.Join(" ", parsed.Errors.Select(error => error.Message).Distinct());
        output.Note(Words.BadUsage.With(messages, Verb.PathOf(parsed.CommandResult)));
        return ExitCode.BadUsage;
    }
}
