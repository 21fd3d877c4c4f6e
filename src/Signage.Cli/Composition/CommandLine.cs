using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Signage.Cli.Terminal;
using Signage.Cli.Verbs;

namespace Signage.Cli.Composition;

/// <summary>The whole command: every verb on one root, and the one place where failures become lines and exit codes.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line.</summary>
    /// <param name="words">The words after the name of the program.</param>
    /// <param name="rooms">Puts the program together; what goes wrong with that is told like any failure.</param>
    /// <param name="output">Where verbs write.</param>
    /// <param name="cancellationToken">Stops the command like an interrupt from the keyboard.</param>
    /// <returns>0 done, 1 failed, 2 bad usage.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> words, Func<Rooms> rooms, Output output, CancellationToken cancellationToken)
    {
        Rooms made;
        try
        {
            made = rooms();
        }
        catch (Exception failure)
        {
            return Failures.Report(failure, "", words.Contains(new CommonOptions().Verbose.Name), output);
        }

        return await RunAsync(words, made, output, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs one command line.</summary>
    /// <param name="words">The words after the name of the program.</param>
    /// <param name="rooms">What the verbs work with.</param>
    /// <param name="output">Where they write.</param>
    /// <param name="cancellationToken">Stops the command like an interrupt from the keyboard.</param>
    /// <returns>0 done, 1 failed, 2 bad usage.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> words, Rooms rooms, Output output, CancellationToken cancellationToken)
    {
        var common = new CommonOptions();
        ParseResult? parsed = null;
        try
        {
            parsed = Root(new VerbRooms(rooms, output, common)).Parse(words);
            if (parsed.Action is ParseErrorAction)
            {
                throw new UsageError(UsageFaults.Of(parsed));
            }

            var invocation = new InvocationConfiguration
            {
                Output = output.Answers,
                Error = output.Complaints,
                EnableDefaultExceptionHandler = false,
                // Signals come by the token; the parser's own handler would end the process after two seconds.
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            return Failures.Report(failure, Verb.PathOf(parsed?.CommandResult), words.Contains(common.Verbose.Name), output);
        }
    }

    /// <summary>Every verb on one root; parsing a line with it does nothing yet.</summary>
    internal static RootCommand Root(VerbRooms rooms)
    {
        var root = new RootCommand(Words.AboutProgram)
        {
            new ProfileVerb(rooms),
            new RenderVerb(rooms),
            new PictureVerb(rooms),
            new EncodeVerb(rooms),
            new DecodeVerb(rooms),
            new SimVerb(rooms),
            new ShowVerb(rooms),
            new ConformanceVerb(rooms),
            new CalendarVerb(rooms),
            new AlertVerb(rooms),
            new PlanVerb(rooms),
            new StatusVerb(rooms),
            new ClockVerb(rooms),
            new SiteVerb(rooms),
            new PanelVerb(rooms),
            new SloganVerb(rooms),
            new ScreenVerb(rooms),
            new SlotVerb(rooms),
            new EventVerb(rooms),
            new PolicyVerb(rooms),
            new PeopleVerb(rooms),
            new AuditVerb(rooms),
            new KeyVerb(rooms),
            new SignVerb(rooms),
            new CertVerb(rooms),
            new BlankVerb(rooms),
            new ResumeVerb(rooms),
            new BackupVerb(rooms),
            new RestoreVerb(rooms),
            new RunVerb(rooms),
            new DemoVerb(rooms),
        };
        rooms.Common.AddTo(root);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExampleHelp((HelpAction)help.Action!);
        return root;
    }
}
