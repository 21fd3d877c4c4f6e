using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Faults.Tests.Rig;

/// <summary>The console of a site: remembers the release code that was printed last, and what went wrong.</summary>
internal sealed partial class ConsoleLog : ILoggerFactory, ILogger
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

    /// <summary>Warnings and errors so far.</summary>
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

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

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
            _lines.Add(exception is null ? line : $"{line}: {exception.Message}");
        }
    }

    public void Dispose()
    {
    }

    [GeneratedRegex(@"release code\) \d+: (\d{6})")]
    private static partial Regex CodeLine();
}
