using System.Text.Json.Nodes;
using Signage.Testing.Processes;

namespace EndToEnd.Tests;

/// <summary>What people ask of a plan that cannot be, at the real command: a clear refusal, or an answer that is defined.</summary>
public sealed class SlotMisuseTests : IDisposable
{
    private const string Site = """{"panels":[{"id":"gate","profile":"onbon/bx-6e2","face":"160x16x1","endpoint":"tcp://127.0.0.1:1"}],"slots":[]}""";
    private static readonly string[] WholeDay = ["--times", "00:00-24:00"];
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-misuse-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static (string Mistake, int Code, string Words, string[] Line)[] Asked =>
    [
        ("a range of no length is the whole day from there", 0, "", ["--times", "08:00-08:00"]),
        ("a range backwards is over midnight", 0, "", ["--times", "22:00-06:00"]),
        ("the last year there is", 0, "", [.. WholeDay, "--first-day", "9999-12-31"]),
        ("a day that comes once in four years", 0, "", [.. WholeDay, "--days", "date:2-29"]),
        ("hours that no clock shows", 2, "25:00-26:00", ["--times", "25:00-26:00"]),
        ("a range of nothing", 2, "", ["--times", ""]),
        ("more ranges than a day has", 2, "12 个时段", ["--times", string.Join(',', Enumerable.Range(0, 13).Select(hour => $"{hour:00}:00-{hour:00}:30"))]),
        ("days backwards", 1, "2026-09-01", [.. WholeDay, "--first-day", "2026-09-30", "--last-day", "2026-09-01"]),
        ("30 February", 2, "'2026-02-30' is not a day", [.. WholeDay, "--first-day", "2026-02-30"]),
        ("30 February of every year", 2, "date:2-30", [.. WholeDay, "--days", "date:2-30"]),
        ("the year after the last", 2, "'10000-01-01' is not a day", [.. WholeDay, "--first-day", "10000-01-01"]),
        ("every no days", 2, "every:0@2026-01-01", [.. WholeDay, "--days", "every:0@2026-01-01"]),
        ("a sixth Monday", 2, "nth:6mon", [.. WholeDay, "--days", "nth:6mon"]),
        ("a thirteenth month of the moon", 2, "lunar:13-1", [.. WholeDay, "--days", "lunar:13-1"]),
        ("a bracket that is not closed", 2, "字符处看不懂", [.. WholeDay, "--days", "!(work"]),
        ("a share of nothing", 2, "'0' is not a whole number from 1 to 12", [.. WholeDay, "--share", "0"]),
        ("an instant without its offset", 2, "is not an instant", [.. WholeDay, "--begins", "2026-09-01T08:00:00"]),
        ("an end that is its beginning", 1, "is not after its beginning", [.. WholeDay, "--begins", "2026-09-01T08:00:00+08:00", "--ends", "2026-09-01T00:00:00Z"]),
        ("the sun over a site without a place", 1, "the site has no place", ["--times", "sunset-22:00"]),
        ("a panel that is not there", 1, "nowhere", [.. WholeDay, "--panels", "nowhere"]),
        ("a priority that is none", 2, "priority", [.. WholeDay, "--priority", "highest"]),
    ];

    [Fact]
    public async Task SlotAdd_WhenWhatIsAskedCannotBe_SaysOneClearLineAndChangesNothing()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "site.json"), Site, Token);
        await using var site = Start("run", "--data", Data, "--import", Path.Combine(_folder, "site.json"), "--port", "0", "--json");
        await site.LineAsync(Token);
        List<string> stored = [];
        foreach (var ((mistake, code, words, line), at) in Asked.Select((asked, at) => (asked, at)))
        {
            var (exit, _, complaints) = await AskAsync(["slot", "add", $"s{at}", "--programme", "charity-01", .. line, "--data", Data]);
            Assert.True(code == exit, $"{mistake}: exit {exit}, {complaints}");
            if (code == 0)
            {
                stored.Add($"s{at}");
                continue;
            }

            Assert.True(complaints.Trim().Split('\n').Length == 1 && complaints.Contains(words, StringComparison.Ordinal), $"{mistake}: {complaints}");
        }

        // Every slot that was stored plays on the one panel, all at once where they overlap, and nothing of those that were refused.
        var listed = JsonNode.Parse((await AskAsync(["slot", "list", "--data", Data, "--json"])).Answer)!["slots"]!.AsArray();
        Assert.Equal(stored.Order(StringComparer.Ordinal), listed.Select(slot => (string)slot!).Order(StringComparer.Ordinal));
        Assert.Equal(0, (await AskAsync(["plan", "--days", "30", "--data", Data, "--json"])).Code);
        site.Interrupt();
        Assert.Equal(0, (await site.EndAsync(Token)).Code);
    }

    [Fact]
    public async Task Run_WhenTheZoneIsNone_SaysOneClearLine()
    {
        await using var site = SignageProcess.Start(new Dictionary<string, string> { ["Signage__TimeZone"] = "Mars/Base" }, "run", "--data", Data, "--port", "0");
        Assert.Equal(1, (await site.EndAsync(Token)).Code);
        Assert.Contains("'Mars/Base'", site.Complaints.Trim().Split('\n')[^1], StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Data => Path.Combine(_folder, "data");

    private async Task<(int Code, string Answer, string Complaints)> AskAsync(string[] words)
    {
        await using var asked = Start(words);
        var (code, answer) = await asked.EndAsync(Token);
        return (code, answer, asked.Complaints);
    }

    private SignageProcess Start(params string[] words) =>
        SignageProcess.Start(new Dictionary<string, string> { ["TMPDIR"] = _folder, ["XDG_RUNTIME_DIR"] = _folder }, words);
}
