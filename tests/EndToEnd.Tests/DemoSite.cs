using System.Text.Json.Nodes;
using Signage.Testing.Processes;

namespace EndToEnd.Tests;

/// <summary>A demo at the real command, in a folder of its own, and the commands that people give it.</summary>
internal sealed class DemoSite : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-demo-").FullName;
    private SignageProcess? _demo;

    /// <summary>The folder of its data.</summary>
    public string Data => Path.Combine(_folder, "data");

    /// <summary>Starts one and waits until it runs.</summary>
    public static async Task<DemoSite> StartAsync(CancellationToken cancellationToken)
    {
        var site = new DemoSite();
        site._demo = site.Start("demo", "--port", "0", "--json", "--data", site.Data);
        await site._demo.LineAsync(cancellationToken);
        return site;
    }

    /// <summary>A file for a command to read.</summary>
    public async Task<string> WriteAsync(string name, string text, CancellationToken cancellationToken)
    {
        var file = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(file, text, cancellationToken);
        return file;
    }

    /// <summary>Gives it a command, which has to succeed.</summary>
    public async Task<string> AskAsync(CancellationToken cancellationToken, params string[] words)
    {
        await using var asked = Start([.. words, "--data", Data, "--json"]);
        var (code, answer) = await asked.EndAsync(cancellationToken);
        Assert.True(code == 0, $"{string.Join(' ', words)}: {asked.Complaints}");
        return answer;
    }

    /// <summary>The panels by id, once all of them are so.</summary>
    public async Task<SortedDictionary<string, JsonNode>> PanelsAsync(Func<JsonNode, bool> are, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        while (true)
        {
            either.Token.ThrowIfCancellationRequested();
            var panels = JsonNode.Parse(await AskAsync(either.Token, "status"))!["panels"]!.AsArray();
            if (panels.All(panel => are(panel!)))
            {
                return new(panels.ToDictionary(panel => (string)panel!["panel"]!, panel => panel!), StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Ends it as Ctrl-C does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        _demo!.Interrupt();
        return (await _demo.EndAsync(cancellationToken)).Code;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_demo is not null)
        {
            await _demo.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private SignageProcess Start(params string[] words) =>
        SignageProcess.Start(new Dictionary<string, string> { ["TMPDIR"] = _folder, ["XDG_RUNTIME_DIR"] = _folder }, words);
}
