using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Soak.Tests.Rig;

/// <summary>The console of the site: remembers the latest release code and the errors. Warnings are not kept: panels are unplugged on purpose.</summary>
internal sealed partial class SoakConsole : ILoggerFactory, ILogger
{
    private readonly Lock _lock = new();
    private readonly List<string> _errors = [];
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

    /// <summary>Errors so far; a good soak has none.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_lock)
            {
                return [.. _errors];
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
            if (logLevel >= LogLevel.Error)
            {
                _errors.Add(exception is null ? line : $"{line}: {exception.Message}");
            }
        }
    }

    public void Dispose()
    {
    }

    [GeneratedRegex(@"release code\) \d+: (\d{6})")]
    private static partial Regex CodeLine();
}
