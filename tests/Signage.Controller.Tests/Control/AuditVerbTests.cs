using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Planning;
using Signage.Trust.Audit;

namespace Signage.Controller.Tests.Control;

/// <summary>What was done at the door of a site is in its audit, by the name that the operating system gives, and nothing takes it out again.</summary>
public sealed class AuditVerbTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task I8_Door_WhenThingsAreDone_WritesEachDownOnce()
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings, [], Token);
        Assert.True((bool)(await AskAsync(site, """{"verb":"slogan.add","slogans":[{"id":"warm","text":"邻里守望，温暖你我。"}],"approve":true}"""))["ok"]!);
        Assert.True((bool)(await AskAsync(site, """{"verb":"slot.add","slot":{"id":"s","programme":"warm"}}"""))["ok"]!);
        Assert.True((bool)(await AskAsync(site, """{"verb":"slot.remove","slot":"s"}"""))["ok"]!);
        Assert.True((bool)(await AskAsync(site, """{"verb":"blank"}"""))["ok"]!);
        Assert.False((bool)(await AskAsync(site, """{"verb":"resume","number":1,"code":"wrong"}"""))["ok"]!);
        Assert.False((bool)(await AskAsync(site, """{"verb":"slot.remove","slot":"s"}"""))["ok"]!);
        Assert.True((bool)(await AskAsync(site, """{"verb":"clock","confirm":true}"""))["ok"]!);

        var entries = await EntriesAsync(site, last: "clock.confirm");
        Assert.Equal(
            ["slogan.approve warm", "slot.add s", "slot.remove s", "blank.press 1", "blank.release.refused 1", "clock.confirm "],
            entries.Where(entry => entry.Facts.Actor != "site").Select(entry => $"{entry.Facts.Action} {entry.Facts.Subject}"));
        Assert.All(entries.Where(entry => entry.Facts.Actor != "site"), entry => Assert.StartsWith("user:", entry.Facts.Actor, StringComparison.Ordinal));
        Assert.DoesNotContain(entries, entry => entry.Facts.Details.Any(detail => detail.Value.Contains("wrong", StringComparison.Ordinal)));
    }

    /// <summary>S33: there is no verb for it, whoever asks.</summary>
    [Theory]
    [InlineData("audit.write")]
    [InlineData("audit.remove")]
    [InlineData("audit.clear")]
    public async Task S33_Door_WhenAskedToAlterTheAudit_HasNoSuchVerb(string verb)
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings, [], Token);
        Assert.False((bool)(await AskAsync(site, $$"""{"verb":"{{verb}}"}"""))["ok"]!);
        Assert.False((bool)(await AskAsync(site, """{"verb":"audit.read","lines":[]}"""))["ok"]!);
    }

    [Fact]
    public async Task S22_Slogan_WhenItHoldsARefusedSign_IsNotEvenStored()
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings, [], Token);
        foreach (var text in (string[])["邻里\u200B守望", "邻里\u202E守望", "邻里\uE000守望", "邻里\u0378守望"])
        {
            var answer = await AskAsync(site, new JsonObject { ["verb"] = "slogan.add", ["slogans"] = new JsonArray(new JsonObject { ["id"] = "x", ["text"] = text }) }.ToJsonString());
            Assert.False((bool)answer["ok"]!, text);
            Assert.Contains("U+", (string)answer["error"]!, StringComparison.Ordinal);
        }
    }

    /// <summary>One sign of a slogan of the pack is another that looks like it: no approval before somebody looked at just that.</summary>
    [Fact]
    public async Task S23_Slogan_WhenASignIsMistaken_IsApprovedOnlyOnceSomebodyDecided()
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings, [], Token);
        const string Words = """[{"id":"day","text":"九月五日是中华慈善曰"}]""";
        var refused = await AskAsync(site, $$"""{"verb":"slogan.add","slogans":{{Words}},"approve":true}""");
        Assert.False((bool)refused["ok"]!);
        Assert.Contains("中华慈善日", (string)refused["error"]!, StringComparison.Ordinal);
        Assert.Contains("--decided", (string)refused["error"]!, StringComparison.Ordinal);

        var stored = await AskAsync(site, $$"""{"verb":"slogan.add","slogans":{{Words}}}""");
        Assert.True((bool)stored["ok"]!);
        Assert.NotEmpty((JsonArray)stored["findings"]!);

        Assert.True((bool)(await AskAsync(site, $$"""{"verb":"slogan.add","slogans":{{Words}},"approve":true,"decided":true}"""))["ok"]!);
        var decided = (await EntriesAsync(site, last: "slogan.approve")).Single(entry => entry.Facts.Action == "slogan.approve");
        Assert.Contains("中华慈善日", decided.Facts.Details.Single(detail => detail.Key == "decided").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S21_Slogan_WhenItHoldsAForbiddenWord_IsRefusedByNameOfTheList()
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings, [], Token);
        var answer = await AskAsync(site, """{"verb":"slogan.add","slogans":[{"id":"ad","text":"代 开 發 票"}],"approve":true}""");
        Assert.False((bool)answer["ok"]!);
        Assert.Contains("forbidden-ads", (string)answer["error"]!, StringComparison.Ordinal);
    }

    private static async Task<AuditEntry[]> EntriesAsync(SiteOnLoopback site, string last)
    {
        using var real = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (true)
        {
            var lines = (JsonArray)(await AskAsync(site, """{"verb":"audit.read"}"""))["lines"]!;
            AuditEntry[] entries = [.. lines.Select(line => AuditExport.Read((string)line!)!.Value.Entry)];
            if (entries.Any(entry => entry.Facts.Action == last))
            {
                return entries;
            }

            // What changes no table is written down a moment later.
            await real.WaitForNextTickAsync(Token);
        }
    }

    private static async Task<JsonObject> AskAsync(SiteOnLoopback site, string request) =>
        await ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), JsonNode.Parse(request)!.AsObject(), TimeProvider.System, Token);
}
