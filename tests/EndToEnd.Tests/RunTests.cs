using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Signage.Testing.Processes;

namespace EndToEnd.Tests;

/// <summary>The site at the real command: what it says when it starts, when it cannot, and when it is stopped.</summary>
public sealed class RunTests : IDisposable
{
    private const string Good =
        """{"panels":[{"id":"gate","profile":"onbon/bx-6e2","face":"160x16x1","endpoint":"tcp://127.0.0.1:1"}],"slots":[{"id":"s","programme":"charity-01"}]}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("signage-run-").FullName;

    public static TheoryData<string, string, string, string[]> BadStarts => new()
    {
        { "no import file", "", "missing.json: no such file", ["--import", "missing.json"] },
        { "import file that is empty", "", "not valid JSON", ["--import", "input.json"] },
        { "import file that is cut off", "{\"panels\": [", "not valid JSON", ["--import", "input.json"] },
        { "import of another kind", "{\"panels\": 5}", "$.panels", ["--import", "input.json"] },
        { "import with a number for a name", "{\"panels\": [{\"id\": 7}]}", "$.panels[0].id", ["--import", "input.json"] },
        { "import with an unknown member", "{\"pannels\": []}", "no member 'pannels'", ["--import", "input.json"] },
        { "import with a member too few", "{\"panels\": [{\"id\": \"a\", \"profile\": \"p\"}]}", "'face', 'endpoint'", ["--import", "input.json"] },
        { "import of a panel that cannot be", Good.Replace("160x16x1", "160x16", StringComparison.Ordinal), "$.panels[0]", ["--import", "input.json"] },
        { "data folder that is a file", "", "a file stands where a folder should be", ["--data", "input.json"] },
        { "data folder below a file", "", "input.json", ["--data", "input.json/data"] },
        { "no folder of card models", "", "no such folder of card models", ["--profiles", "nowhere"] },
        { "damaged database", "no database, but long enough to be looked at as one by whoever opens it", "not a readable SQLite database", ["--data", "damaged"] },
    };

    [Theory]
    [MemberData(nameof(BadStarts))]
    public async Task Run_WhenItCannotStart_SaysOneClearLine(string mistake, string input, string words, string[] line)
    {
        await File.WriteAllTextAsync(PathOf("input.json"), input, TestContext.Current.CancellationToken);
        Directory.CreateDirectory(PathOf("damaged"));
        await File.WriteAllTextAsync(PathOf("damaged/site.db"), input, TestContext.Current.CancellationToken);
        string[] given = ["--data", PathOf("data"), .. line.Select(word => word.StartsWith("--", StringComparison.Ordinal) ? word : PathOf(word))];
        await using var site = Start(line[0] == "--data" ? given[2..] : given);

        var (code, output) = await site.EndAsync(TestContext.Current.CancellationToken);

        Assert.Equal((mistake, 1, ""), (mistake, code, output));
        Assert.Contains(words, Assert.Single(site.Complaints.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("System.", site.Complaints, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", site.Complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WhenAskedForJson_SaysOneLineAndLogsElsewhere()
    {
        var token = TestContext.Current.CancellationToken;
        await using var site = Start("--data", PathOf("data"), "--json");
        var first = await site.LineAsync(token);

        site.Interrupt();
        var (code, more) = await site.EndAsync(token);

        var running = JsonNode.Parse(first!)!["running"]!;
        Assert.Equal((PathOf("data"), "127.0.0.1", 0, ""), ((string)running["data"]!, new Uri((string)running["page"]!).Host, code, more));
        Assert.Contains("info: ", site.Complaints, StringComparison.Ordinal);
        AssertNoTrace(site);
    }

    [Fact]
    public async Task Run_WhenASiteRunsThereAlready_SaysOneClearLineAndDisturbsNothing()
    {
        var token = TestContext.Current.CancellationToken;
        await using var first = Start("--data", PathOf("data"), "--json");
        await first.LineAsync(token);

        await using var second = Start("--data", PathOf("data"));
        var (code, output) = await second.EndAsync(token);
        await using var demo = SignageProcess.Start(Environment, "demo", "--data", PathOf("data"), "--port", "0");
        var (demoCode, _) = await demo.EndAsync(token);

        Assert.Equal((1, "", 1), (code, output, demoCode));
        Assert.Contains("a site runs on this folder already", Assert.Single(second.Complaints.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("a real site's data is here", Assert.Single(demo.Complaints.Trim().Split('\n')), StringComparison.Ordinal);
        first.Interrupt();
        Assert.Equal(0, (await first.EndAsync(token)).Code);
    }

    [Fact]
    public async Task Run_WhenThePortOfItsPageIsTaken_SaysSoBeforeItStartsAnything()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;
        await using var site = SignageProcess.Start(Environment, "run", "--port", $"{port}", "--data", PathOf("data"));

        var (code, output) = await site.EndAsync(TestContext.Current.CancellationToken);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains($"take another): --port {port + 1}", Assert.Single(site.Complaints.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.False(Directory.Exists(PathOf("data")), "the site had started before it looked for its port");
    }

    [Fact]
    public async Task Run_WhenItsAlarmClockIsDamaged_RunsWithoutItAndSaysSoInOneLine()
    {
        var token = TestContext.Current.CancellationToken;
        Directory.CreateDirectory(PathOf("data"));
        await File.WriteAllTextAsync(PathOf("data/quartz.db"), "no database, but long enough to be looked at as one by whoever opens it", token);
        await using var site = Start("--data", PathOf("data"), "--json");
        await site.LineAsync(token);

        site.Interrupt();

        Assert.Equal(0, (await site.EndAsync(token)).Code);
        Assert.All(site.Complaints.Trim().Split('\n'), line => Assert.Matches("^(info|warn|fail): ", line));
    }

    [Fact]
    public async Task Run_WhenInterruptedWhileItStarts_EndsWell()
    {
        var token = TestContext.Current.CancellationToken;
        await using var site = Start("--data", PathOf("data"));
        await Waiting.UntilAsync(() => Directory.Exists(PathOf("data")), token);

        site.Interrupt();

        Assert.Equal((0, ""), ((await site.EndAsync(token)).Code, Unlogged(site)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Dictionary<string, string> Environment => new() { ["XDG_RUNTIME_DIR"] = _folder };

    private SignageProcess Start(params string[] words) => SignageProcess.Start(Environment, ["run", "--port", "0", .. words]);

    private string PathOf(string name) => Path.Combine(_folder, name);

    private static void AssertNoTrace(SignageProcess process) => Assert.DoesNotContain("   at ", process.Complaints, StringComparison.Ordinal);

    private static string Unlogged(SignageProcess process) =>
        string.Concat(process.Complaints.Split('\n').Where(line => !line.StartsWith("info: ", StringComparison.Ordinal)));
}
