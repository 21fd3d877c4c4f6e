using System.Text;
using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Planning;

namespace Signage.Controller.Tests.Control;

/// <summary>Warnings from outside at a running site, down to the card of a panel. It is eight in the morning of 5 September there, and charity-09 plays.</summary>
public sealed class AlertVerbTests
{
    private const string Words = "【暴雨橙色预警】请远离低洼地带。";
    private const string Here = "<geocode><valueName>adcode</valueName><value>510903</value></geocode>";
    private const string Elsewhere = "<geocode><valueName>adcode</valueName><value>110101</value></geocode>";
    private static readonly Slot Always = new("base", "charity-09", [], SlotTime.Always, Priority.Base);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_WhenAPersonApproves_LightsTheWordsAndBringsBackExactlyWhatTheyCovered()
    {
        await using var site = await StartAsync();
        var before = await site.SentAsync("charity-09", Token);

        var preview = await TakeAsync(site, Alert("A1"), preview: true);
        Assert.Equal(Words, (string?)Assert.Single(preview["lights"]!.AsArray())!["words"]);
        Assert.Contains("base", (string)Assert.Single(preview["replaces"]!.AsArray())!, StringComparison.Ordinal);
        Assert.Empty((await AskAsync(site, "alert.list"))["alerts"]!.AsArray());

        Assert.True((bool)(await TakeAsync(site, Alert("A1")))["ok"]!);
        Assert.Equal((null, "charity-09"), await KeptAsync(site));

        Assert.True((bool)(await AskAsync(site, "alert.approve", ("alert", "A1")))["ok"]!);
        var lit = await site.SentAsync("alert:A1#0@1788566100/office@suining.example", Token);
        Assert.Equal(Words, Assert.Single(lit.Decision!.Loop).Revision.Text);
        Assert.NotEqual(before.Truth.Sent, lit.Truth.Sent);
        Assert.Contains("本机管理员", (await KeptAsync(site)).ApprovedBy!, StringComparison.Ordinal);

        Assert.True((bool)(await AskAsync(site, "alert.clear", ("alert", "A1")))["ok"]!);
        Assert.Equal(before.Truth.Sent, (await site.SentAsync("charity-09", Token)).Truth.Sent);
    }

    [Fact]
    public async Task Take_WhenItsTimeIsOver_BringsBackByItself()
    {
        await using var site = await StartAsync();
        var before = await site.SentAsync("charity-09", Token);
        await TakeAsync(site, Alert("A1"), approve: true);
        var lit = await site.SentAsync("alert:A1#0@1788566100/office@suining.example", Token);
        Assert.Equal(new DateTimeOffset(2026, 9, 5, 12, 0, 0, TimeSpan.FromHours(8)), lit.Decision!.Until);

        site.SiteTime.Advance(lit.Decision.Until!.Value - site.SiteTime.GetUtcNow());
        Assert.Equal(before.Truth.Sent, (await site.SentAsync("charity-09", Token)).Truth.Sent);
    }

    /// <summary>Each of them was taken in with approval, and a later look at the panel shows that nothing came of it.</summary>
    [Theory]
    [InlineData("Exercise", "Alert", Here, "notactual")]
    [InlineData("Test", "Alert", Here, "notactual")]
    [InlineData("Draft", "Alert", Here, "notactual")]
    [InlineData("System", "Alert", Here, "notactual")]
    [InlineData("Actual", "Alert", Elsewhere, "elsewhere")]
    [InlineData("Actual", "Alert", "", "onlywords")]
    public async Task Take_WhenItIsNotForHereOrNotReal_IsKeptAndNeverLit(string status, string type, string area, string state)
    {
        await using var site = await StartAsync();
        await site.SentAsync("charity-09", Token);
        var taken = await TakeAsync(site, Alert("A1", status, type, area), approve: true);
        Assert.Equal(state, (string?)Assert.Single(taken["messages"]!.AsArray())!["state"]);
        Assert.Empty(taken["lights"]!.AsArray());
        var plan = await AskAsync(site, "plan", ("at", "2026-09-05T09:00:00+08:00"));
        Assert.Equal(["base"], plan["decisions"]![0]!["why"]!.AsArray().Select(slot => (string)slot!));
    }

    /// <summary>Two offices may have the same identifier and the same second: then each of their words is lit, and none twice.</summary>
    [Fact]
    public async Task Take_WhenTwoSendersHaveOneIdentifier_LightsBothOfThem()
    {
        await using var site = await StartAsync();
        await TakeAsync(site, Alert("A1"), approve: true);
        await TakeAsync(site, Alert("A1").Replace("office@suining.example", "river@suining.example", StringComparison.Ordinal).Replace("请远离低洼地带。", "请远离河道。", StringComparison.Ordinal), approve: true);
        var plan = await AskAsync(site, "plan", ("at", "2026-09-05T09:00:00+08:00"));
        Assert.Equal(
            ["【暴雨橙色预警】请远离低洼地带。", "【暴雨橙色预警】请远离河道。"],
            plan["decisions"]![0]!["items"]!.AsArray().Select(item => ((string)item!).Split(' ')[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Take_WhenACancelComes_EndsTheWarningWithoutAnybodysApproval()
    {
        await using var site = await StartAsync();
        await TakeAsync(site, Alert("A1"), approve: true);
        await site.SentAsync("alert:A1#0@1788566100/office@suining.example", Token);
        var cancel = Alert("A2", "Actual", "Cancel", Here, references: "office@suining.example,A1,2026-09-05T07:55:00+08:00");
        Assert.True((bool)(await TakeAsync(site, cancel))["ok"]!);
        await site.SentAsync("charity-09", Token);
    }

    [Theory]
    [InlineData("<rss/>")]
    [InlineData("not xml")]
    [InlineData("")]
    public async Task Take_WhenItIsNoWarning_IsRefusedAndNothingIsKept(string document)
    {
        await using var site = await StartAsync();
        Assert.False((bool)(await TakeAsync(site, document, approve: true))["ok"]!);
        Assert.Empty((await AskAsync(site, "alert.list"))["alerts"]!.AsArray());
    }

    /// <summary>What a person ended is not lit again by a word that means something else, and nobody is told that it were.</summary>
    [Fact]
    public async Task Approve_WhenItWasEndedHere_IsRefusedWithWhoAndWhen()
    {
        await using var site = await StartAsync();
        await TakeAsync(site, Alert("A1"));
        await AskAsync(site, "alert.clear", ("alert", "A1"));

        var approved = await AskAsync(site, "alert.approve", ("alert", "A1"));
        var (error, kept) = ((string)approved["error"]!, Assert.Single((await AskAsync(site, "alert.list"))["alerts"]!.AsArray())!);
        Assert.Contains("本机管理员", error, StringComparison.Ordinal);
        Assert.Contains("2026-09-05 08:00:00", error, StringComparison.Ordinal);
        Assert.Equal((null, "ended"), ((string?)kept["approvedBy"], (string?)kept["state"]));

        var taken = await TakeAsync(site, Alert("A1"), approve: true);
        Assert.Equal((true, "ended"), ((bool)taken["ok"]!, (string?)Assert.Single(taken["messages"]!.AsArray())!["state"]));
        Assert.Empty(taken["lights"]!.AsArray());
        Assert.Contains("本机管理员", (string)Assert.Single(taken["notLit"]!.AsArray())!, StringComparison.Ordinal);
        Assert.Null((await KeptAsync(site)).ApprovedBy);
    }

    [Theory]
    [InlineData("Exercise", "Alert", Here, "Exercise")]
    [InlineData("Test", "Alert", Here, "Test")]
    [InlineData("Draft", "Alert", Here, "Draft")]
    [InlineData("Actual", "Cancel", Here, "Cancel")]
    [InlineData("Actual", "Ack", Here, "Ack")]
    [InlineData("Actual", "Alert", Elsewhere, "not in its area")]
    [InlineData("Actual", "Alert", "", "only in words")]
    public async Task Approve_WhenItIsNeverLit_IsRefusedWithTheReason(string status, string type, string area, string reason)
    {
        await using var site = await StartAsync();
        await TakeAsync(site, Alert("A1", status, type, area));
        Assert.Contains(reason, (string)(await AskAsync(site, "alert.approve", ("alert", "A1")))["error"]!, StringComparison.Ordinal);
        Assert.Null((await KeptAsync(site)).ApprovedBy);
    }

    [Fact]
    public async Task Approve_WhenItIsRestrictedOrPastItsEnd_IsRefusedWithTheReason()
    {
        await using var site = await StartAsync();
        await TakeAsync(site, Alert("A1").Replace("Public</scope>", "Restricted</scope><restriction>a</restriction>", StringComparison.Ordinal));
        await TakeAsync(site, Alert("A2"));
        Assert.Contains("Restricted", (string)(await AskAsync(site, "alert.approve", ("alert", "A1")))["error"]!, StringComparison.Ordinal);
        site.SiteTime.Advance(TimeSpan.FromHours(4));
        Assert.Contains("2026-09-05T12:00:00+08:00", (string)(await AskAsync(site, "alert.approve", ("alert", "A2")))["error"]!, StringComparison.Ordinal);
    }

    /// <summary>A pictograph is no word; without it the warning stands.</summary>
    [Fact]
    public async Task Take_WhenTheSenderWritesPictographs_LightsTheWords()
    {
        await using var site = await StartAsync();
        var taken = await TakeAsync(site, Alert("A1").Replace("暴雨橙色", "暴雨🌀橙色", StringComparison.Ordinal), approve: true);
        Assert.Empty(taken["notLit"]!.AsArray());
        Assert.Equal(Words, Assert.Single((await site.SentAsync("alert:A1#0@1788566100/office@suining.example", Token)).Decision!.Loop).Revision.Text);
    }

    /// <summary>No font here has the 𬇙 (U+2C1D9) of 𬇙水. What of the words can be drawn is lit, and why the rest is not is said.</summary>
    [Fact]
    public async Task Take_WhenALetterOfItCannotBeDrawn_LightsTheShorterFormAndSaysWhy()
    {
        await using var site = await StartAsync();
        var taken = await TakeAsync(site, Alert("A1").Replace("低洼地带", "𬇙水", StringComparison.Ordinal), approve: true);
        Assert.Equal("【暴雨橙色预警】", (string?)Assert.Single(taken["lights"]!.AsArray())!["words"]);
        Assert.Contains("U+2C1D9", (string)Assert.Single(taken["notes"]!.AsArray())!, StringComparison.Ordinal);
        Assert.Empty(taken["notLit"]!.AsArray());
        Assert.Equal("【暴雨橙色预警】", Assert.Single((await site.SentAsync("alert:A1#0@1788566100/office@suining.example", Token)).Decision!.Loop).Revision.Text);
        Assert.Empty(await NotesAsync(site));
    }

    [Fact]
    public async Task Approve_WhenNothingOfItCanBeDrawn_SaysThatItIsNotLitAndSoDoesTheSite()
    {
        await using var site = await StartAsync();
        var rare = Alert("A1").Replace("暴雨橙色", "𬇙水橙色", StringComparison.Ordinal);
        var taken = await TakeAsync(site, rare, approve: true);
        var approved = await AskAsync(site, "alert.approve", ("alert", "A1"));
        Assert.All([taken, approved], answer => Assert.Contains("U+2C1D9", (string)Assert.Single(answer["notLit"]!.AsArray())!, StringComparison.Ordinal));
        Assert.Contains("U+2C1D9", Assert.Single(await NotesAsync(site)), StringComparison.Ordinal);
        Assert.Empty(taken["lights"]!.AsArray());

        // It must not drag down one that can be drawn: the two would share a loop, and a loop is drawn whole or not.
        await TakeAsync(site, Alert("A2"), approve: true);
        await site.SentAsync("alert:A2#0@1788566100/office@suining.example", Token);

        site.SiteTime.Advance(TimeSpan.FromHours(4));
        Assert.Empty(await NotesAsync(site));
    }

    [Fact]
    public async Task Approve_WhenNoPanelHasRoomForIt_SaysThatItIsNotLit()
    {
        await using var site = await SiteOnLoopback.StartAsync(
            settings => settings with { Quartz = false, Geocodes = "adcode=510903001" }, [Always], Token, panel: new LoopbackPanel(Face: "8x4x1"));
        await TakeAsync(site, Alert("A1"));
        var approved = await AskAsync(site, "alert.approve", ("alert", "A1"));
        Assert.Contains("gate: ", (string)Assert.Single(approved["notLit"]!.AsArray())!, StringComparison.Ordinal);
    }

    /// <summary>The row tells until when it would have played and which policy already keeps it dark, as the plan does.</summary>
    [Fact]
    public async Task Preview_WhenPoliciesBind_TellsWhatThePlanTells()
    {
        await using var site = await StartAsync();
        Assert.True((bool)(await SendAsync(site, new JsonObject { ["verb"] = "policy.add", ["policy"] = new JsonObject { ["id"] = "exam", ["kind"] = "quiet", ["times"] = "07:00-09:30" } }))["ok"]!);
        var plan = (string)(await AskAsync(site, "plan", ("at", "2026-09-05T08:00:00+08:00")))["decisions"]![0]!["sentence"]!;
        Assert.Contains("exam", plan, StringComparison.Ordinal);
        Assert.Contains("2026-09-05 09:30:00", plan, StringComparison.Ordinal);
        Assert.Equal([plan], (await TakeAsync(site, Alert("A1"), preview: true))["replaces"]!.AsArray().Select(row => (string)row!));
    }

    [Fact]
    public async Task Take_WhenOtherContentsCameUnderItsNameBefore_IsNotUsedAndApprovesNothing()
    {
        await using var site = await StartAsync();
        await TakeAsync(site, Alert("A1"));
        var other = Alert("A1").Replace("低洼地带", "河道", StringComparison.Ordinal);
        foreach (var approve in (bool[])[false, true])
        {
            var taken = await TakeAsync(site, other, preview: false, approve);
            var row = Assert.Single(taken["messages"]!.AsArray())!;
            Assert.Equal(("A1", "unused"), ((string?)row["identifier"], (string?)row["state"]));
            Assert.Empty(taken["lights"]!.AsArray());
            Assert.Equal(approve ? 1 : 0, taken["notLit"]!.AsArray().Count);
        }

        Assert.Equal((null, "charity-09"), await KeptAsync(site));
        Assert.True((bool)(await AskAsync(site, "alert.approve", ("alert", "A1")))["ok"]!);
        Assert.Equal(Words, Assert.Single((await site.SentAsync("alert:A1#0@1788566100/office@suining.example", Token)).Decision!.Loop).Revision.Text);
    }

    [Theory]
    [InlineData("alert.clear")]
    [InlineData("alert.approve")]
    public async Task Deed_WhenThereIsNoSuchWarning_IsRefused(string verb)
    {
        await using var site = await StartAsync();
        Assert.Contains("没有预警 X", (string)(await AskAsync(site, verb, ("alert", "X")))["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Site_WhenItsCodesAreNone_SaysSo()
    {
        var refused = await Assert.ThrowsAsync<SiteStartException>(
            () => SiteOnLoopback.StartAsync(settings => settings with { Quartz = false, Geocodes = "510903" }, [], Token));
        Assert.Contains("Signage:Alerts:Geocodes", Assert.Single(refused.Reasons), StringComparison.Ordinal);
    }

    private static async Task<(string? ApprovedBy, string Shows)> KeptAsync(SiteOnLoopback site)
    {
        var kept = Assert.Single((await AskAsync(site, "alert.list"))["alerts"]!.AsArray())!;
        return ((string?)kept["approvedBy"], site.Site.Board.Now[0].Decision!.Loop[0].Revision.ItemId);
    }

    // The site has more to say, such as of the clock of the card.
    private static async Task<IEnumerable<string>> NotesAsync(SiteOnLoopback site) =>
        (await AskAsync(site, "status"))["notes"]!.AsArray().Select(note => (string)note!).Where(note => note.Contains("A1", StringComparison.Ordinal));

    private static Task<SiteOnLoopback> StartAsync() =>
        SiteOnLoopback.StartAsync(settings => settings with { Quartz = false, Geocodes = "adcode=510903001" }, [Always], Token);

    private static Task<JsonObject> TakeAsync(SiteOnLoopback site, string document, bool preview = false, bool approve = false) => SendAsync(site, new JsonObject
    {
        ["verb"] = "alert.take",
        ["document"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(document)),
        ["preview"] = preview,
        ["approve"] = approve,
    });

    private static Task<JsonObject> AskAsync(SiteOnLoopback site, string verb, params (string Name, string Value)[] members)
    {
        var request = new JsonObject { ["verb"] = verb };
        foreach (var (name, value) in members)
        {
            request[name] = value;
        }

        return SendAsync(site, request);
    }

    private static Task<JsonObject> SendAsync(SiteOnLoopback site, JsonObject request) =>
        ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), request, TimeProvider.System, Token);

    private static string Alert(string identifier, string status = "Actual", string type = "Alert", string area = Here, string? references = null) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
          <identifier>{identifier}</identifier><sender>office@suining.example</sender><sent>2026-09-05T07:55:00+08:00</sent>
          <status>{status}</status><msgType>{type}</msgType><scope>Public</scope>{(references is null ? "" : $"<references>{references}</references>")}
          <info>
            <language>zh-CN</language><category>Met</category><event>暴雨橙色预警</event><urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty>
            <expires>2026-09-05T12:00:00+08:00</expires><headline>请远离低洼地带。</headline>
            <area><areaDesc>船山区</areaDesc>{area}</area>
          </info>
        </alert>
        """;
}
