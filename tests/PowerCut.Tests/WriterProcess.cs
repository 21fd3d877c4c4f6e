using System.Diagnostics;
using System.Globalization;

namespace PowerCut.Tests;

/// <summary>A process that writes to a site without end. Killed when it is disposed.</summary>
internal sealed class WriterProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _complaints;

    private WriterProcess(Process process) => (_process, _complaints) = (process, process.StandardError.ReadToEndAsync());

    /// <summary>What it was told that it is stored.</summary>
    public List<int> Acknowledged { get; } = [];

    /// <summary>Every line that said something else.</summary>
    public List<string> Others { get; } = [];

    /// <summary>Starts one.</summary>
    /// <param name="around">A program and its words that runs it; none to run it plainly.</param>
    /// <param name="how">Through the store, or past it.</param>
    /// <param name="database">The file.</param>
    /// <param name="first">The first number to write.</param>
    public static WriterProcess Start(IReadOnlyList<string> around, string how, string database, int first)
    {
        string[] words = [.. around, "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "PowerCut.Writer.dll"), how, database, first.ToString(CultureInfo.InvariantCulture)];
        return new WriterProcess(Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!);
    }

    /// <summary>Reads what it says until it has said it so many times.</summary>
    public async Task ReadAsync(int lines, CancellationToken cancellationToken)
    {
        while (lines-- > 0 && await ReadLineAsync(cancellationToken))
        {
        }
    }

    /// <summary>Reads what it says until it first says that a writing failed, or ends: all that it had acknowledged by then.</summary>
    public async Task ReadToFailureAsync(CancellationToken cancellationToken)
    {
        while (await ReadLineAsync(cancellationToken) && !Others.Exists(line => line.StartsWith("failed ", StringComparison.Ordinal)))
        {
        }
    }

    private async Task<bool> ReadLineAsync(CancellationToken cancellationToken)
    {
        if (await _process.StandardOutput.ReadLineAsync(cancellationToken) is not { } line)
        {
            return false;
        }

        if (line.StartsWith("stored ", StringComparison.Ordinal))
        {
            Acknowledged.Add(int.Parse(line["stored ".Length..], CultureInfo.InvariantCulture));
        }
        else
        {
            Others.Add(line);
        }

        return true;
    }

    /// <summary>Kills it, and answers what it complained of.</summary>
    public async Task<string> KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        return await _complaints;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }
}
