using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Signage.Testing.Processes;

/// <summary>The real command in a process of its own, as a user starts it. Killed, not stopped, when it is disposed.</summary>
public sealed partial class SignageProcess : IAsyncDisposable
{
    private const int InterruptSignal = 2;
    private readonly Process _process;
    private readonly Task _complaining;
    private readonly System.Text.StringBuilder _complaints = new();

    private SignageProcess(Process process)
    {
        _process = process;
        _complaining = ListenAsync();
    }

    /// <summary>The id of the process.</summary>
    public int Id => _process.Id;

    /// <summary>True when it has ended.</summary>
    public bool HasExited => _process.HasExited;

    public string Complaints
    {
        get
        {
            lock (_complaints)
            {
                return _complaints.ToString();
            }
        }
    }

    public static SignageProcess Start(IReadOnlyDictionary<string, string> environment, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var word in words.Prepend(Path.Combine(AppContext.BaseDirectory, "signage.dll")).Prepend("exec"))
        {
            start.ArgumentList.Add(word);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new SignageProcess(Process.Start(start)!);
    }

    public async Task<string?> LineAsync(CancellationToken cancellationToken) => await _process.StandardOutput.ReadLineAsync(cancellationToken);

    public async Task<(int Code, string Output)> EndAsync(CancellationToken cancellationToken)
    {
        var output = await _process.StandardOutput.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        await _complaining;
        return (_process.ExitCode, output);
    }

    /// <summary>Ctrl-C.</summary>
    public void Interrupt() => Assert.Equal(0, kill(_process.Id, InterruptSignal));

    /// <summary>kill -9, as a power cut or a crash would.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private async Task ListenAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_complaints)
            {
                _complaints.AppendLine(line);
            }
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int process, int signal);
}
