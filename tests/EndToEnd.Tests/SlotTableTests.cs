using System.Text.Json.Nodes;
using Signage.Testing.Processes;

namespace EndToEnd.Tests;

/// <summary>The slots of a real site as a table, taken away, and taken in again by the real command.</summary>
public sealed class SlotTableTests : IDisposable
{
    private const string Site = """{"panels":[{"id":"gate","profile":"onbon/bx-6e2","face":"160x16x1","endpoint":"tcp://127.0.0.1:1"}],"slots":[]}""";
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-table-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder, "data");

    [Theory]
    [InlineData("slots.csv")]
    [InlineData("slots.xlsx")]
    public async Task Export_WhenImportedAgain_GivesTheSameSlotsAndTheSameEvent(string name)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "site.json"), Site, Token);
        await using var site = Start("run", "--data", Data, "--import", Path.Combine(_folder, "site.json"), "--port", "0", "--json");
        await site.LineAsync(Token);
        await AskAsync("event", "add", "重阳", "--begins", "2026-10-18T08:00+08:00", "--ends", "2026-10-18T18:00+08:00", "--before", "charity-01", "--before-days", "7", "--during", "charity-02", "--tags", "户外");
        await AskAsync("slot", "add", "bounded", "--programme", "charity-03", "--ends", "2026-12-05T08:00:30+08:00", "--priority", "base");
        await AskAsync("slot", "add", "daily", "--programme", "charity-04", "--from", "18:00", "--until", "21:00");
        var (slots, events) = (await AskAsync("slot", "list", "--json"), await AskAsync("event", "list", "--json"));

        await AskAsync("slot", "export", Path.Combine(_folder, name));
        await AskAsync("event", "remove", "重阳");
        await AskAsync("slot", "remove", "bounded");
        await AskAsync("slot", "remove", "daily");
        Assert.Empty(JsonNode.Parse(await AskAsync("slot", "list", "--json"))!["slots"]!.AsArray());
        await AskAsync("slot", "import", Path.Combine(_folder, name));

        Assert.Equal((slots, events), (await AskAsync("slot", "list", "--json"), await AskAsync("event", "list", "--json")));
        Assert.Equal(2, JsonNode.Parse(events)!["events"]![0]!["phases"]!.AsArray().Count);
        site.Interrupt();
        Assert.Equal(0, (await site.EndAsync(Token)).Code);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> AskAsync(params string[] words)
    {
        await using var asked = Start([.. words, "--data", Data]);
        var (code, answer) = await asked.EndAsync(Token);
        Assert.True(code == 0, $"{string.Join(' ', words)}: {asked.Complaints}");
        return answer;
    }

    private SignageProcess Start(params string[] words) =>
        SignageProcess.Start(new Dictionary<string, string> { ["TMPDIR"] = _folder, ["XDG_RUNTIME_DIR"] = _folder }, words);
}
