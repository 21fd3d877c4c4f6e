using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Signage.Testing.Recording;

/// <summary>The console of a site: remembers the release code that was printed last, and what went wrong.</summary>
/// <param name="least">What is kept as a complaint. Where panels are unplugged on purpose for hours, warnings are too many to keep.</param>
public sealed partial class SiteConsole(LogLevel least = LogLevel.Warning) : ILoggerFactory, ILogger
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private string _code = "";

    /// <summary>The latest release code.</summary>
    public string Code
    {
        get
        {
            lock (_lock)
            {
                return _code;
            }
        }
    }

    /// <summary>Complaints so far.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider)
    {
    }

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var line = formatter(state, exception);
        lock (_lock)
        {
            _code = CodeLine().Match(line) is { Success: true } match ? match.Groups[1].Value : _code;
            if (logLevel >= least)
            {
                _lines.Add(exception is null ? line : $"{line}: {exception.Message}");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    [GeneratedRegex(@"release code\) \d+: (\d{6})")]
    private static partial Regex CodeLine();
}
