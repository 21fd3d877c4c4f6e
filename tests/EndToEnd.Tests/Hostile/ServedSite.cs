using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Signage.Testing.Processes;

namespace EndToEnd.Tests.Hostile;

/// <summary>A site at the real command whose web server told every route that it has. One panel, which nobody answers for, so that nothing in it changes by itself.</summary>
public sealed partial class ServedSite : IAsyncLifetime
{
    /// <summary>Names the file that <see cref="StartupHook"/> writes.</summary>
    public const string RoutesVariable = "SIGNAGE_TEST_ROUTES";

    private const string Import = """
        {"panels":[{"id":"gate","name":"东门","profile":"onbon/bx-6e2","face":"160x16x1","endpoint":"tcp://127.0.0.1:1"}],
         "slots":[{"id":"base","programme":"charity-09","priority":"base"},{"id":"morning","programme":"charity-01","from":"08:00","until":"12:00"}]}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("signage-hostile-").FullName;
    private SignageProcess? _site;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Where its pages are.</summary>
    public Uri Page { get; private set; } = null!;

    /// <summary>The folder of its data.</summary>
    public string Data => Path.Combine(_folder, "data");

    /// <summary>A folder around that of its data.</summary>
    public string Folder => _folder;

    /// <summary>The id of its process.</summary>
    public int Id => _site!.Id;

    /// <summary>Its log so far.</summary>
    public string Log => _site!.Complaints;

    /// <summary>Every route, a path that leads there and the methods that it takes; none for whichever.</summary>
    public IReadOnlyList<(string Path, string[] Methods)> Routes { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var routes = Path.Combine(_folder, "routes.txt");
        await File.WriteAllTextAsync(Path.Combine(_folder, "site.json"), Import, Token);
        _site = SignageProcess.Start(
            new Dictionary<string, string>
            {
                ["TMPDIR"] = _folder,
                ["XDG_RUNTIME_DIR"] = _folder,
                ["DOTNET_STARTUP_HOOKS"] = typeof(ServedSite).Assembly.Location,
                [RoutesVariable] = routes,
            },
            "run",
            "--data",
            Data,
            "--import",
            Path.Combine(_folder, "site.json"),
            "--port",
            "0",
            "--json");
        Page = new Uri((string)JsonNode.Parse((await _site.LineAsync(Token))!)!["running"]!["page"]!);
        await Waiting.UntilAsync(() => File.Exists(routes), Token);
        Routes = [.. (await File.ReadAllLinesAsync(routes, Token)).Select(Route).DistinctBy(route => route.Path)];
    }

    /// <summary>Gives it a command, and says how that ended.</summary>
    public async Task<(int Code, string Output, string Complaints)> AskAsync(params string[] words)
    {
        await using var asked = SignageProcess.Start(new Dictionary<string, string> { ["TMPDIR"] = _folder, ["XDG_RUNTIME_DIR"] = _folder }, [.. words, "--data", Data]);
        var (code, output) = await asked.EndAsync(Token);
        return (code, output, asked.Complaints);
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    // A parameter is a panel of the site, so that the path leads as far as it can.
    private static (string Path, string[] Methods) Route(string line) => line.Split(' ', 2) is [var methods, var pattern]
        ? (Parameter().Replace(pattern, "gate"), methods.Split(',', StringSplitOptions.RemoveEmptyEntries))
        : throw new FormatException(line);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}

/// <summary>Tests at one such site, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ServedSiteTests : ICollectionFixture<ServedSite>
{
    public const string Name = "a served site";
}
