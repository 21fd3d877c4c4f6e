using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Signage.Testing.Processes;

namespace EndToEnd.Tests.Hostile;

/// <summary>A site that somebody started with a umask that takes nothing away, in a folder of its own, and everything that is said around it.</summary>
internal sealed class LaxSite : IAsyncDisposable
{
    private readonly Dictionary<string, string> _environment;
    private readonly StringBuilder _said = new();
    private Process? _site;
    private Task _listening = Task.CompletedTask;

    private LaxSite(string folder, Dictionary<string, string> environment) => (Folder, _environment) = (folder, environment);

    public string Folder { get; }

    public string Data => In("data");

    public Uri Page { get; private set; } = null!;

    /// <summary>Everything that was said so far, by the site and by every command.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    public static async Task<LaxSite> StartAsync(string import, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("signage-lax-").FullName;
        var site = new LaxSite(folder, new(environment) { ["TMPDIR"] = folder, ["XDG_RUNTIME_DIR"] = folder });
        try
        {
            await File.WriteAllTextAsync(site.In("site.json"), import, cancellationToken);
            await site.BeginAsync(cancellationToken);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public string In(string name) => Path.Combine(Folder, name);

    /// <summary>Gives a command, whatever comes of it, and remembers what it said.</summary>
    public async Task<(int Code, string Output, string Complaints)> AskAsync(CancellationToken cancellationToken, params string[] words)
    {
        await using var asked = SignageProcess.Start(_environment, words);
        var (code, output) = await asked.EndAsync(cancellationToken);
        Remember(output);
        Remember(asked.Complaints);
        return (code, output, asked.Complaints);
    }

    /// <summary>Remembers what was said elsewhere.</summary>
    public void Remember(string words)
    {
        lock (_said)
        {
            _said.AppendLine(words);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            _site.Kill(entireProcessTree: true);
            await _site.WaitForExitAsync();
            await _listening;
            _site.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])["-c", "umask 000; exec dotnet exec \"$@\"", "sh", Path.Combine(AppContext.BaseDirectory, "signage.dll"), "run", "--data", Data, "--import", In("site.json"), "--port", "0", "--json"])
        {
            start.ArgumentList.Add(word);
        }

        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        _site = Process.Start(start)!;
        _listening = ListenAsync(_site.StandardError);
        var line = await _site.StandardOutput.ReadLineAsync(cancellationToken);
        Assert.True(line is not null, Said);
        Remember(line);
        Page = new Uri((string)JsonNode.Parse(line)!["running"]!["page"]!);
    }

    private async Task ListenAsync(StreamReader complaints)
    {
        while (await complaints.ReadLineAsync() is { } line)
        {
            Remember(line);
        }
    }
}
