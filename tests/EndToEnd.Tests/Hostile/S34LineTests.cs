using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Hostile;

/// <summary>S34: what people type may hold line breaks and signs that steer a terminal; it makes no second line in a log, an entry or an answer, and steers nothing.</summary>
public sealed class S34LineTests
{
    private const string Nasty = "x\r\nfail: forged[1] \u001b[2J\u0007\u0085\u2028\u2029y";

    // Signs that break a line or turn it round, and that are no control characters.
    private const string Sly = "x\u2028\u2029\u202e\u2066y";

    private const string Import = """{"panels":[{"id":"gate","name":"东门","profile":"onbon/bx-6e2","face":"160x16x1","endpoint":"tcp://127.0.0.1:1"}],"slots":[{"id":"base","programme":"charity-09","priority":"base"}]}""";

    private static readonly string[][] Asked =
    [
        ["slogan", "add", Nasty, "--id", "nasty", "--approve"],
        ["slogan", "add", "邻里守望。", "--id", Nasty],
        ["slogan", "tone", Nasty, "joyful"],
        ["slot", "add", Nasty, "--programme", "charity-01"],
        ["slot", "add", "a", "--programme", Nasty],
        ["slot", "add", "a", "--programme", "charity-01", "--tags", Nasty],
        ["slot", "remove", Nasty],
        ["event", "remove", Nasty],
        ["policy", "remove", Nasty],
        ["panel", "add", "east", "--unchecked", "--name", Nasty, "--profile", "onbon/bx-6e2", "--face", "160x16x1", "--panel", "tcp://127.0.0.1:2"],
        ["panel", "add", "west", "--unchecked", "--name", Sly, "--profile", "onbon/bx-6e2", "--face", "160x16x1", "--panel", "tcp://127.0.0.1:3"],
        ["slogan", "add", Sly, "--approve"],
        ["slot", "add", Sly, "--programme", "charity-01"],
        ["alert", "approve", Nasty],
        ["resume", "--number", "1", "--code", Nasty],
        ["plan", "--panel", Nasty],
    ];

    private static readonly string[][] Tables = [["status"], ["panel", "list"], ["slot", "list"], ["slogan", "list"], ["plan", "--days", "1"], ["audit", "list"]];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S34_Text_WhenItHoldsLineBreaksAndEscapes_StaysInItsLine()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell and its umask");
        await using var site = await LaxSite.StartAsync(Import, new Dictionary<string, string>(), Token);
        var wild = new List<string>();
        foreach (var line in Asked)
        {
            var (code, output, complaints) = await site.AskAsync(Token, [.. line, "--data", site.Data]);
            wild.AddRange(complaints.Length == 0 || code == 0 || complaints.Trim('\n').Split('\n').Length == 1 ? [] : [$"{string.Join(' ', line)}: {complaints}"]);
            wild.AddRange(Wild(string.Join(' ', line), output + complaints));
        }

        foreach (var line in Tables)
        {
            wild.AddRange(Wild(string.Join(' ', line), (await site.AskAsync(Token, [.. line, "--data", site.Data])).Output));
            var json = (await site.AskAsync(Token, [.. line, "--data", site.Data, "--json"])).Output;
            wild.AddRange(Wild($"{string.Join(' ', line)} --json", json));
            var documents = json.TrimEnd('\n').Split('\n').Select(text => JsonNode.Parse(text)!).ToArray();

            // The audit is told in lines, one entry each; everything else is one document.
            Assert.Equal(line[0] == "audit" ? documents.Select((_, at) => at + 1L) : [0], documents.Select(document => line[0] == "audit" ? (long)document["n"]! : 0));
        }

        await site.AskAsync(Token, "audit", "export", site.In("audit.jsonl"), "--data", site.Data);
        wild.AddRange(Wild("export", await File.ReadAllTextAsync(site.In("audit.jsonl"), Token)));
        Assert.True(wild.Count == 0, string.Join('\n', wild));
        Assert.All(site.Said.Split('\n'), line => Assert.DoesNotMatch("^(fail|warn|crit): forged", line));
    }

    private static string[] Wild(string where, string text)
    {
        int[] signs = [.. text.Where(letter => (char.IsControl(letter) && letter != '\n') || letter is '\u2028' or '\u2029' or '\u202e' or '\u2066').Select(letter => (int)letter).Distinct()];
        return signs.Length > 0 || text.Split('\n').Any(line => line.StartsWith("fail: forged", StringComparison.Ordinal))
            ? [$"{where}: {string.Join(' ', signs.Select(sign => $"U+{sign:X4}"))} in {text.ReplaceLineEndings(" / ")}"]
            : [];
    }
}
