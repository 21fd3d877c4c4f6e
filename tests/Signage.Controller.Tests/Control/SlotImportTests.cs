using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;

namespace Signage.Controller.Tests.Control;

/// <summary>Many slots in one request, through the socket of a running site. It is eight in the morning of 5 September 2026 there.</summary>
public sealed class SlotImportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Slots_WhenAllFit_AreStoredAndPlanned()
    {
        await using var site = await StartAsync();
        var answer = await AskAsync(site, Import("""[{"id":"a","programme":"charity-01","priority":"urgent"},{"id":"b","programme":"charity-02","times":"08:00-20:00","days":"work"}]"""));
        Assert.Equal("""{"ok":true,"added":2,"fit":2,"notes":[]}""", answer.ToJsonString());
        Assert.Equal(["a", "b"], await IdsAsync(site));
        var plan = await AskAsync(site, new JsonObject { ["verb"] = "plan", ["at"] = "2026-09-05T08:00:00+08:00" });
        Assert.StartsWith("charity-01 ", (string)plan["decisions"]![0]!["items"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slots_WhenSomeDoNotFit_AreAllRefusedAndEachIsNamed()
    {
        await using var site = await StartAsync();
        var entries = await AskAsync(site, Import("""[{"id":"a","programme":"charity-01"},{"id":"b","from":"25:00"},5,{"id":"c","times":"sunset-"},{"id":"d","colour":"red"}]"""));
        var store = await AskAsync(site, Import("""[{"id":"a","programme":"charity-01"},{"id":"b","programme":"none"},{"id":"a","programme":"charity-01"}]"""));
        Assert.All([entries, store], answer => Assert.False((bool)answer["ok"]!));
        Assert.All((string[])["slots[1]: ", "slots[2]: ", "slots[3]: ", "slots[4]: "], place => Assert.Contains(place, (string)entries["error"]!, StringComparison.Ordinal));
        Assert.All((string[])["slots[1]: ", "slots[2]: "], place => Assert.Contains(place, (string)store["error"]!, StringComparison.Ordinal));
        Assert.Empty(await IdsAsync(site));
    }

    [Fact]
    public async Task Slots_WhenOnlyChecked_AreNotStored()
    {
        await using var site = await StartAsync();
        var request = Import("""[{"id":"a","programme":"charity-01","lastDay":"2020-09-05"},{"id":"b","programme":"charity-01","lastDay":"2020-09-05","days":"day:无此节"}]""");
        request["check"] = true;
        var answer = await AskAsync(site, request);
        Assert.Equal((0, 2), ((int)answer["added"]!, (int)answer["fit"]!));
        Assert.Equal(2, answer["notes"]!.AsArray().Count);
        Assert.Contains("无此节", answer["notes"]!.AsArray()[1]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await IdsAsync(site));
    }

    /// <summary>Two megabytes: far beyond what any other request may have.</summary>
    [Fact]
    public async Task Slots_WhenTheyAreThousands_FitInOneRequest()
    {
        await using var site = await StartAsync();
        var slots = new JsonArray([.. Enumerable.Range(0, 10_000).Select(n => new JsonObject { ["id"] = $"slot-{n:D6}-{new string('x', 50)}", ["programme"] = "charity-01", ["firstDay"] = "2026-12-01", ["lastDay"] = "2026-12-31", ["times"] = "08:00-20:00" })]);
        var answer = await AskAsync(site, new JsonObject { ["verb"] = "slot.import", ["slots"] = slots });
        Assert.Equal((true, 10_000), ((bool)answer["ok"]!, (int?)answer["added"]));
        Assert.Equal(10_000, (await IdsAsync(site)).Length);
    }

    /// <summary>Whoever sends as much to another verb is hung up on, as before.</summary>
    [Fact]
    public async Task Request_OfAnotherVerb_MayNotBeThatLong()
    {
        await using var site = await StartAsync();
        var request = new JsonObject { ["verb"] = "slot.add", ["slot"] = new JsonObject { ["id"] = new string('x', 600_000) } };
        await Assert.ThrowsAnyAsync<IOException>(() => AskAsync(site, request));
        Assert.Empty(await IdsAsync(site));
    }

    [Theory]
    [InlineData("""{"verb":"slot.import"}""")]
    [InlineData("""{"verb":"slot.import","slots":[]}""")]
    [InlineData("""{"verb":"slot.import","slots":{"id":"a"}}""")]
    [InlineData("""{"verb":"slot.import","slots":[{"id":"a"}],"check":"yes"}""")]
    [InlineData("""{"verb":"slot.import","slots":[{"id":"a"}],"dry":true}""")]
    [InlineData("""{"verb":"slot.import","slots":[null]}""")]
    public async Task Request_WhenMalformed_IsRefusedInOneLineOfChinese(string request)
    {
        await using var site = await StartAsync();
        var answer = await AskAsync(site, (JsonObject)JsonNode.Parse(request)!);
        Assert.False((bool)answer["ok"]!);
        Assert.Matches("^[^\n]*[\u4E00-\u9FFF][^\n]*$", (string)answer["error"]!);
    }

    private static JsonObject Import(string slots) => new() { ["verb"] = "slot.import", ["slots"] = JsonNode.Parse(slots) };

    private static Task<SiteOnLoopback> StartAsync() => SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, [], Token);

    private static async Task<string[]> IdsAsync(SiteOnLoopback site) =>
        [.. (await AskAsync(site, new JsonObject { ["verb"] = "slot.list" }))["slots"]!.AsArray().Select(id => (string)id!)];

    private static Task<JsonObject> AskAsync(SiteOnLoopback site, JsonObject request) =>
        ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), request, TimeProvider.System, Token);
}
