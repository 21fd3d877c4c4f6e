using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Signage.Controller.Hosting;

/// <summary>
/// The log of a site on the console: one line for each thing that happened, on standard error, because standard output belongs to answers. A failure is
/// told by its kinds and messages; <c>Logging__Console__FormatterName=simple</c> brings the stack traces back.
/// </summary>
internal sealed class OneLineConsole() : ConsoleFormatter(FormatterName)
{
    private const string FormatterName = "line";

    /// <inheritdoc />
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        ArgumentNullException.ThrowIfNull(textWriter);
        var text = logEntry.Formatter(logEntry.State, logEntry.Exception);
        for (var failure = logEntry.Exception; failure is not null; failure = failure.InnerException)
        {
            text += $" — {failure.GetType().Name}: {failure.Message}";
        }

        textWriter.WriteLine($"{Word(logEntry.LogLevel)} {logEntry.Category}[{logEntry.EventId.Id}] {text.ReplaceLineEndings(" ")}");
    }

    internal static void Configure(ConsoleLoggerOptions options)
    {
        options.FormatterName ??= FormatterName;
        options.LogToStandardErrorThreshold = LogLevel.Trace;
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce:",
        LogLevel.Debug => "dbug:",
        LogLevel.Information => "info:",
        LogLevel.Warning => "warn:",
        LogLevel.Error => "fail:",
        _ => "crit:",
    };
}

/// <summary>Registration of the site's console.</summary>
internal static class OneLineConsoleLogging
{
    /// <summary>Writes the log as one line each, to standard error.</summary>
    public static void AddOneLineConsole(this ILoggingBuilder logging)
    {
        logging.AddConsoleFormatter<OneLineConsole, ConsoleFormatterOptions>();
        logging.Services.Configure<ConsoleLoggerOptions>(OneLineConsole.Configure);
    }
}
