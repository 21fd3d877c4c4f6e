using System.Text.Json.Nodes;
using Signage.Testing.Processes;

namespace EndToEnd.Tests;

/// <summary>The audit of a real site at the real command: written, exported, verified, and every alteration of the file found.</summary>
public sealed class AuditTests : IDisposable
{
    private const string Site = """{"panels":[{"id":"gate","profile":"onbon/bx-6e2","face":"160x16x1","endpoint":"mqtt://site:canary-7@127.0.0.1:1/gate"}],"slots":[]}""";
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-audit-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder, "data");

    [Fact]
    public async Task S31_S36_Export_WhenAltered_IsFoundAndSaysWhere()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "site.json"), Site, Token);
        await using var site = Start("run", "--data", Data, "--import", Path.Combine(_folder, "site.json"), "--port", "0", "--json");
        await site.LineAsync(Token);
        await AskAsync(0, "slogan", "add", "邻里守望，温暖你我。", "--id", "warm", "--approve");
        await AskAsync(0, "slot", "add", "evening", "--programme", "warm");
        await AskAsync(1, "slot", "add", "evening", "--programme", "warm");
        await AskAsync(0, "slot", "remove", "evening");
        var file = Path.Combine(_folder, "audit.jsonl");
        var export = JsonNode.Parse(await AskAsync(0, "audit", "export", file, "--json"))!;
        var head = (string)export["head"]!;
        var lines = await File.ReadAllLinesAsync(file, Token);

        Assert.Equal(lines.Length, (int)export["entries"]!);
        Assert.Equal(["site.import", "site.import", "slogan.approve", "slot.add", "slot.remove"], lines.Select(line => (string)JsonNode.Parse(line)!["action"]!));
        Assert.DoesNotContain("canary-7", string.Concat(lines), StringComparison.Ordinal);
        Assert.Contains("\"intact\":true", await AskAsync(0, "audit", "verify", file, "--head", head, "--json"), StringComparison.Ordinal);
        Assert.Contains("\"intact\":true", await AskAsync(0, "audit", "verify", "--head", head, "--json"), StringComparison.Ordinal);
        Assert.Contains("slot.remove evening", await AskAsync(0, "audit", "list", "--last", "1"), StringComparison.Ordinal);

        await AlteredAsync(file, [.. lines.Select(line => line.Replace("evening", "morning", StringComparison.Ordinal))], entry: 4);
        await AlteredAsync(file, [.. lines.Where((_, at) => at != 2)], entry: 3);
        await AlteredAsync(file, [lines[1], lines[0], .. lines[2..]], entry: 1);
        await AlteredAsync(file, [.. lines, lines[^1]], entry: 6);

        // A chain that was cut off is whole by itself: only the head that was kept elsewhere knows better.
        await File.WriteAllLinesAsync(file, lines[..^1], Token);
        await AskAsync(0, "audit", "verify", file);
        await AskAsync(1, "audit", "verify", file, "--head", head);

        site.Interrupt();
        Assert.Equal(0, (await site.EndAsync(Token)).Code);
        Assert.DoesNotContain("canary-7", site.Complaints, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task AlteredAsync(string file, string[] lines, int entry)
    {
        await File.WriteAllLinesAsync(file, lines, Token);
        var verdict = JsonNode.Parse(await AskAsync(1, "audit", "verify", file, "--json"))!;
        Assert.Equal((false, entry), ((bool)verdict["intact"]!, (int)verdict["entry"]!));
    }

    private async Task<string> AskAsync(int code, params string[] words)
    {
        await using var asked = Start([.. words, "--data", Data]);
        var (ended, answer) = await asked.EndAsync(Token);
        Assert.True(ended == code, $"{string.Join(' ', words)}: {ended} {answer} {asked.Complaints}");
        return answer;
    }

    private SignageProcess Start(params string[] words) =>
        SignageProcess.Start(new Dictionary<string, string> { ["TMPDIR"] = _folder, ["XDG_RUNTIME_DIR"] = _folder }, words);
}
