using Signage.Cli.Terminal;
using Signage.Controller.Hosting;
using Signage.Core.Text;
using Signage.Storage;
using Signage.Transports.Links;

namespace Signage.Cli.Composition;

/// <summary>Turns what went wrong into lines for a person.</summary>
internal static class Failures
{
    /// <summary>Reports a failure and gives the exit code.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="verb">The words that lead to the verb, for the way to its help.</param>
    /// <param name="verbose">True to print everything that is known of it.</param>
    /// <param name="output">Where to.</param>
    public static int Report(Exception failure, string verb, bool verbose, Output output)
    {
        try
        {
            foreach (var line in failure is UsageError ? [Words.BadUsage.With(failure.Message, verb)] : Lines(failure))
            {
                output.Note(line);
            }

            if (verbose)
            {
                output.Note(failure.ToString());
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Standard error is closed or full: there is nobody left to tell, and the exit code still says it.
            return CodeOf(failure);
        }

        return CodeOf(failure);
    }

    private static int CodeOf(Exception failure) => failure is UsageError ? ExitCode.BadUsage : ExitCode.Failed;

    private static IEnumerable<string> Lines(Exception failure) => failure switch
    {
        UserError error => error.Lines,
        SiteStartException refused => refused.Reasons.Count > 1 ? refused.Reasons : [InWords(refused)],
        OperationCanceledException => [Words.Interrupted],
        // These carry one clear line by contract; the rest are about files that the person named.
        LinkException or StorageException or NotSupportedException => [OneLine(failure.Message)],
        IOException or UnauthorizedAccessException => [FileFaults.Of(failure)],
        _ => [Words.Unexpected.With(failure.GetType().Name, OneLine(failure.Message))],
    };

    // A site that cannot start hands on what the system said; the system's part of it is put into words here.
    private static string InWords(SiteStartException refused)
    {
        var line = refused.Message;
        for (var cause = refused.InnerException; cause is not null; cause = cause.InnerException)
        {
            line = cause switch
            {
                IOException or UnauthorizedAccessException => line.Replace(cause.Message, FileFaults.Of(cause), StringComparison.Ordinal),
                _ => line,
            };
        }

        return OneLine(line);
    }

    /// <summary>A text without line ends.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
