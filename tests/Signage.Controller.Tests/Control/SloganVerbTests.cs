using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Planning;
using Signage.Storage;

namespace Signage.Controller.Tests.Control;

/// <summary>Words of the site's own: they wait for somebody's approval, and it is on record who that was.</summary>
public sealed class SloganVerbTests
{
    private const string Warm = "邻里守望，温暖你我。";

    private static readonly Slot[] Always = [new("base", "charity-09", [], SlotTime.Always, Priority.Base)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_WhenNobodyApproved_AreNotLitUntilTheOwnerDoes()
    {
        await using var site = await StartAsync();
        Assert.False((bool)(await AskAsync(site, Add(false, ("warm-1", Warm))))["approved"]!);
        await AskAsync(site, new JsonObject { ["verb"] = "slot.add", ["slot"] = new JsonObject { ["id"] = "now", ["programme"] = "warm-1" } });
        var refused = (await site.Site.Board.WaitAsync(now => now[0].Refusal?.Contains("nobody approved", StringComparison.Ordinal) == true, Token))[0];
        Assert.DoesNotContain(refused.Desired!.Pages, page => page.Revision.ItemId == "warm-1");

        Assert.True((bool)(await AskAsync(site, Add(true, ("warm-1", Warm))))["approved"]!);

        // Until the round that lights them, the plan says the same words and the base stands in for them.
        var state = (await site.Site.Board.WaitAsync(now => now[0] is { Refusal: null, IsSent: true }, Token))[0];
        Assert.Equal(state.Desired!.Digest, site.Panel.Card.Read().Digest);
        Assert.Equal([$"本机管理员 (machine owner, user {UserId()})"], await ApproversAsync(site, "warm-1"));
        Assert.Equal(["suining-2023"], await ApproversAsync(site, "charity-09"));
    }

    /// <summary>Who plans words that nobody approved hears it at once, not when the screen stays dark in the morning.</summary>
    [Fact]
    public async Task Slot_WhenItsWordsAreNotApproved_IsStoredAndSaysSo()
    {
        await using var site = await StartAsync();
        await AskAsync(site, Add(false, ("warm-1", Warm)));
        var stored = await AskAsync(site, new JsonObject { ["verb"] = "slot.add", ["slot"] = new JsonObject { ["id"] = "now", ["programme"] = "warm-1" } });
        Assert.Contains("nobody approved", (string)stored["notes"]![0]!, StringComparison.Ordinal);
        Assert.Contains("warm-1", Assert.Single(await NotLitAsync(site)), StringComparison.Ordinal);
        Assert.Equal([$"warm-1 {Warm}"], await NotLitAsync(site, "unlit"));

        await AskAsync(site, Add(true, ("warm-1", Warm)));

        Assert.Empty(await NotLitAsync(site));
    }

    [Fact]
    public async Task Slot_WhenItsLastDayIsLongOver_IsStoredAndSaysSo()
    {
        await using var site = await StartAsync();
        var slot = new JsonObject { ["id"] = "old", ["programme"] = "charity-01", ["lastDay"] = "2020-09-05" };
        var stored = await AskAsync(site, new JsonObject { ["verb"] = "slot.add", ["slot"] = slot });
        Assert.Contains("2020-09-05", Assert.Single(stored["notes"]!.AsArray())!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>It is eight in the morning of 5 September at the site.</summary>
    [Theory]
    [InlineData("2026-09-05", "06:00", "08:00", true)]
    [InlineData("2026-09-05", "06:00", "08:01", false)]
    [InlineData("2026-09-05", "09:00", "10:00", false)]
    [InlineData("2026-09-04", "22:00", "06:00", true)]
    [InlineData("2026-09-04", "22:00", "09:00", false)]
    [InlineData("2026-09-04", "00:00", "00:00", true)]
    [InlineData("2026-09-05", "00:00", "00:00", false)]
    public async Task Slot_OnItsLastDay_IsOverWhenItsHoursAre(string lastDay, string from, string until, bool isOver)
    {
        await using var site = await StartAsync();
        var slot = new JsonObject { ["id"] = "old", ["programme"] = "charity-01", ["lastDay"] = lastDay, ["from"] = from, ["until"] = until };
        var stored = await AskAsync(site, new JsonObject { ["verb"] = "slot.add", ["slot"] = slot });
        Assert.Equal(isOver ? 1 : 0, stored["notes"]!.AsArray().Count);
    }

    [Fact]
    public async Task Slot_WhenItDarkens_NeedsNoProgrammeAndNoApprovedWords()
    {
        await using var site = await StartAsync();
        await AskAsync(site, Add(false, ("warm-1", Warm)));
        var without = await AskAsync(site, (JsonObject)JsonNode.Parse("""{"verb":"slot.add","slot":{"id":"night","priority":"blank"}}""")!);
        var with = await AskAsync(site, (JsonObject)JsonNode.Parse("""{"verb":"slot.add","slot":{"id":"dusk","programme":"warm-1","priority":"blank"}}""")!);
        Assert.Equal("[][]", without["notes"]!.ToJsonString() + with["notes"]!.ToJsonString());
    }

    [Fact]
    public async Task Words_WhenTheyAreChanged_HaveNoApproval()
    {
        await using var site = await StartAsync();
        await AskAsync(site, Add(true, ("warm-1", Warm)));
        var answer = await RefusedAsync(site, Add(true, ("warm-1", Warm + "！")));
        Assert.Contains("warm-1", answer, StringComparison.Ordinal);
        await AskAsync(site, Add(false, ("warm-2", Warm + "！")));
        Assert.Empty(await ApproversAsync(site, "warm-2"));
    }

    [Fact]
    public async Task Words_WhenOneOfManyCannotBeLit_AreAllRefused()
    {
        await using var site = await StartAsync();
        var answer = await RefusedAsync(site, Add(true, ("good", Warm), ("rare", "好𪚥字"), ("empty", " ")));
        Assert.Contains("U+2A6A5", answer, StringComparison.Ordinal);
        Assert.Contains("slogans[1] rare: ", answer, StringComparison.Ordinal);
        Assert.Contains("slogans[2] empty: ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain((await AskAsync(site, new JsonObject { ["verb"] = "slogan.list" }))["slogans"]!.AsArray(), row => (string)row!["programme"]! == "good");
    }

    [Fact]
    public async Task Words_WhenTheyAreTwiceInOneRequest_AreNamedOnce()
    {
        await using var site = await StartAsync();
        Assert.Equal("""["warm-1"]""", (await AskAsync(site, Add(false, ("warm-1", Warm), ("warm-1", Warm))))["slogans"]!.ToJsonString());
    }

    [Fact]
    public async Task Words_WhenEntriesAreWrong_AreNamedWithTheirPlaces()
    {
        await using var site = await StartAsync();
        var request = (JsonObject)JsonNode.Parse("""{"verb":"slogan.add","slogans":[{"id":"A B","text":"好"},{"text":"好"},{"id":"c"},5]}""")!;
        var refusal = await RefusedAsync(site, request);
        Assert.All((string[])["slogans[0]: ", "slogans[2]: ", "slogans[3]: "], place => Assert.Contains(place, refusal, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_WithoutAnId_AreTheSameSloganTwice()
    {
        await using var site = await StartAsync();
        var request = new JsonObject { ["verb"] = "slogan.add", ["slogans"] = new JsonArray(new JsonObject { ["text"] = Warm }) };
        var first = await AskAsync(site, (JsonObject)request.DeepClone());
        Assert.Equal(first["slogans"]!.ToJsonString(), (await AskAsync(site, request))["slogans"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"verb":"slogan.add"}""")]
    [InlineData("""{"verb":"slogan.add","slogans":[]}""")]
    [InlineData("""{"verb":"slogan.add","slogans":[null]}""")]
    [InlineData("""{"verb":"slogan.add","slogans":[{"id":"x"}]}""")]
    [InlineData("""{"verb":"slogan.add","slogans":[{"text":"好","color":"red"}]}""")]
    [InlineData("""{"verb":"slogan.add","slogans":[{"text":"好"}],"approve":"yes"}""")]
    [InlineData("""{"verb":"backup","path":"relative.db"}""")]
    [InlineData("""{"verb":"backup","path":"/no/such/folder/x.db"}""")]
    [InlineData("""{"verb":"backup","path":5}""")]
    [InlineData("""{"verb":"blank","panels":"gate"}""")]
    [InlineData("""{"verb":"blank","panel":["gate"]}""")]
    [InlineData("""{"verb":"blank","panels":null}""")]
    [InlineData("""{"verb":"slogan.add","slogans":[{"text":"好"}],"aprove":true}""")]
    [InlineData("""{"verb":"slogan.add","slogans":[{"text":"好","id":null}]}""")]
    [InlineData("""{"verb":"backup","to":"/tmp/x.db"}""")]
    [InlineData("""{"verb":"slot.add","slot":{"id":"a","programme":"charity-01","panels":null}}""")]
    [InlineData("""{"verb":"status","panel":"gate"}""")]
    [InlineData("""{"verb":"resume","number":"1","code":"000000"}""")]
    [InlineData("""{"verb":"plan","at":"2026-11-23T16:42:13+08:00","days":"x"}""")]
    [InlineData("""{"verb":"slot.add","slot":5}""")]
    [InlineData("""{"verb":"slot.add","slot":{"id":"a","from":"25:00"}}""")]
    [InlineData("""{"verb":"panel.add","panel":{"id":"a","profile":"onbon/bx-6e2","face":"160x16","endpoint":"tcp://127.0.0.1:1"}}""")]
    [InlineData("""{"verb":"panel.add","unchecked":"yes","panel":{"id":"a","profile":"onbon/bx-6e2","face":"160x16x1","endpoint":"tcp://127.0.0.1:1"}}""")]
    public async Task Request_WhenMalformed_IsRefusedInOneLineOfChinese(string request)
    {
        await using var site = await StartAsync();
        var refusal = await RefusedAsync(site, (JsonObject)JsonNode.Parse(request)!);
        Assert.DoesNotContain('\n', refusal);
        Assert.Matches("[\u4E00-\u9FFF]", refusal);
        Assert.DoesNotMatch("could not be converted|An element of type|requested operation", refusal);
    }

    [Fact]
    public async Task Backup_OfARunningSite_ProvesWholeAndIsNotOverwritten()
    {
        await using var site = await StartAsync();
        await AskAsync(site, Add(true, ("warm-1", Warm)));
        var path = Path.Combine(site.Folder, "kept.db");
        var made = await AskAsync(site, new JsonObject { ["verb"] = "backup", ["path"] = path });
        Assert.Equal((string)made["digest"]!, (await SiteBackup.VerifyAsync(path, Token)).Digest);
        await RefusedAsync(site, new JsonObject { ["verb"] = "backup", ["path"] = path });
        Assert.Equal((string)made["digest"]!, (await SiteBackup.VerifyAsync(path, Token)).Digest);
    }

    private static Task<SiteOnLoopback> StartAsync() => SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, Always, Token);

    private static JsonObject Add(bool approve, params (string Id, string Text)[] slogans) => new()
    {
        ["verb"] = "slogan.add",
        ["approve"] = approve,
        ["slogans"] = new JsonArray([.. slogans.Select(slogan => (JsonNode)new JsonObject { ["id"] = slogan.Id, ["text"] = slogan.Text })]),
    };

    private static async Task<JsonObject> AskAsync(SiteOnLoopback site, JsonObject request)
    {
        var answer = await ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), request, TimeProvider.System, Token);
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        return answer;
    }

    private static async Task<string[]> NotLitAsync(SiteOnLoopback site, string member = "notLit")
    {
        var plan = await AskAsync(site, new JsonObject { ["verb"] = "plan", ["at"] = $"{site.SiteTime.GetUtcNow():O}" });
        return [.. plan["decisions"]![0]![member]!.AsArray().Select(note => note!.ToString())];
    }

    private static async Task<string> RefusedAsync(SiteOnLoopback site, JsonObject request)
    {
        var answer = await ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), request, TimeProvider.System, Token);
        Assert.False((bool)answer["ok"]!, answer.ToJsonString());
        return (string)answer["error"]!;
    }

    private static async Task<string[]> ApproversAsync(SiteOnLoopback site, string programme)
    {
        var rows = (await AskAsync(site, new JsonObject { ["verb"] = "slogan.list" }))["slogans"]!.AsArray();
        return [.. rows.Single(row => (string)row!["programme"]! == programme)!["approvedBy"]!.AsArray().Select(name => (string)name!)];
    }

    private static string UserId() => File.ReadLines("/proc/self/status").First(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1];
}
