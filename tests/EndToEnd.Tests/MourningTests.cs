using System.Text.Json.Nodes;

namespace EndToEnd.Tests;

/// <summary>A day of mourning on the demo site at the real command: festive words and red go from every panel, and come back exactly.</summary>
public sealed class MourningTests(ITestOutputHelper output)
{
    // Words of its own: each slogan of the pack has its turn in the demo, and all of them are plain.
    private const string Festive = "reunion";
    private const string Solemn = "memory";
    private static readonly string[] Grey = ["desk", "lobby", "wall", "yard"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Memorial_WhenItBinds_PausesFestiveWordsLightsGreyAndGivesBackTheVerySameShows()
    {
        await using var demo = await DemoSite.StartAsync(Token);
        await demo.AskAsync(Token, "slogan", "add", "团圆迎新春", "--id", Festive, "--tone", "joyful", "--approve");
        await demo.AskAsync(Token, "slogan", "add", "铭记历史", "--id", Solemn, "--approve");
        await demo.AskAsync(Token, "slogan", "tone", Solemn, "solemn");

        // Festive words above what the demo plays, and words of mourning above those on one panel that makes no grey.
        await demo.AskAsync(Token, "slot", "add", "party", "--programme", Festive, "--priority", "urgent", "--times", "00:00-24:00");
        await demo.AskAsync(Token, "slot", "add", "hall", "--programme", Solemn, "--panels", "hall", "--priority", "centre", "--times", "00:00-24:00");
        var before = await demo.PanelsAsync(panel => IsSent(panel) && Items(panel) is [var item] && item == Festive, Token);
        Assert.Equal(7, before.Count);

        await demo.AskAsync(Token, "policy", "add", "mourning", "--kind", "memorial", "--days", "always");
        var during = await demo.PanelsAsync(panel => (string?)panel["desired"] == (string?)panel["sent"] && !Items(panel).Contains(Festive) && panel["ruling"] is not null, Token);
        foreach (var (id, panel) in during)
        {
            output.WriteLine($"{id}: {string.Join(' ', Items(panel))} {panel["ruling"]}");
            Assert.Null(panel["refusal"]);
            Assert.Contains("party", (string)panel["ruling"]!, StringComparison.Ordinal);
            if (Grey.Contains(id))
            {
                Assert.StartsWith("charity-", Assert.Single(Items(panel)), StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal(id == "hall" ? [Solemn] : [], Items(panel));
            }
        }

        await demo.AskAsync(Token, "policy", "remove", "mourning");
        var after = await demo.PanelsAsync(panel => IsSent(panel) && Items(panel).Contains(Festive), Token);
        Assert.Equal(Digests(before), Digests(after));
        Assert.Equal(0, await demo.EndAsync(Token));
    }

    private static IEnumerable<(string Panel, string? Digest)> Digests(SortedDictionary<string, JsonNode> panels) => panels.Select(pair => (pair.Key, (string?)pair.Value["desired"]));

    private static bool IsSent(JsonNode panel) => (string?)panel["desired"] == (string?)panel["sent"] && panel["refusal"] is null && panel["trouble"] is null;

    private static string[] Items(JsonNode panel) => [.. panel["items"]!.AsArray().Select(item => ((string)item!).Split(' ')[0])];
}
