using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Transports.Links;

namespace Signage.Cli.Composition;

/// <summary>Turns what went wrong into lines for a person.</summary>
internal static class Failures
{
    /// <summary>Reports a failure and gives the exit code.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="verbose">True to print everything that is known of it.</param>
    /// <param name="output">Where to.</param>
    public static int Report(Exception failure, bool verbose, Output output)
    {
        foreach (var line in Lines(failure))
        {
            output.Note(line);
        }

        if (verbose)
        {
            output.Note(failure.ToString());
        }

        return ExitCode.Failed;
    }

    private static IEnumerable<string> Lines(Exception failure) => failure switch
    {
        UserError error => error.Lines,
        OperationCanceledException => [Words.Interrupted],
        // These two carry one clear line by contract; the rest are about files that the person named.
        LinkException or NotSupportedException => [OneLine(failure.Message)],
        IOException or UnauthorizedAccessException => [OneLine(failure.Message)],
        _ => [Words.Unexpected.With(failure.GetType().Name, OneLine(failure.Message))],
    };

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
