using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Signage.Testing.Processes;

/// <summary>The real command in a process of its own, as a user starts it. Killed, not stopped, when it is disposed.</summary>
public sealed partial class SignageProcess : IAsyncDisposable
{
    private const int InterruptSignal = 2;

    // Longer than any command that ends by itself takes, demo --once included, on however busy a machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

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
        // Whoever runs the tests in the background of a shell has them, and all they start, ignore Ctrl-C; no user starts the command like that.
        string[] command = ["--default-signal=INT", "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "signage.dll"), .. words];
        var start = new ProcessStartInfo("env", command) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new SignageProcess(Process.Start(start)!);
    }

    public async Task<string?> LineAsync(CancellationToken cancellationToken) => await _process.StandardOutput.ReadLineAsync(cancellationToken);

    /// <summary>Waits for its end and gives what it still said.</summary>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public async Task<(int Code, string Output)> EndAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await EndedAsync(cancellationToken).WaitAsync(Patience, TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"The process has not ended in {Patience.TotalSeconds} s: {Complaints}", late);
        }
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

    private async Task<(int Code, string Output)> EndedAsync(CancellationToken cancellationToken)
    {
        var output = await _process.StandardOutput.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        await _complaining;
        return (_process.ExitCode, output);
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
