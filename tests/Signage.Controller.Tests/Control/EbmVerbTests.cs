using System.Text;
using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Alerts.Intake;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Planning;

namespace Signage.Controller.Tests.Control;

/// <summary>Emergency broadcasting messages at a running site, down to the card of a panel. It is eight in the morning of 5 September there, and charity-09 plays.</summary>
public sealed class EbmVerbTests
{
    private const string Words = "【暴雨红色预警】请远离河道。";
    private const string Lit = "alert:E1#0@1788566100/office@example.cn";
    private static readonly Slot Always = new("base", "charity-09", [], SlotTime.Always, Priority.Base);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The preview says what the form is worth; the cancellation needs nobody.</summary>
    [Theory]
    [InlineData("E2", "E1")]
    [InlineData("E1", null)]
    public async Task Take_WhenAPersonApprovesAndACancelComes_LightsTheWordsAndBringsBackExactlyWhatTheyCovered(string cancellation, string? related)
    {
        await using var site = await StartAsync();
        var before = await site.SentAsync("charity-09", Token);

        var preview = await TakeAsync(site, WarningRig.Ebm("E1"), preview: true);
        Assert.Equal(Words, (string?)Assert.Single(preview["lights"]!.AsArray())!["words"]);
        Assert.Contains("never compared with a platform in service", (string)Assert.Single(preview["notes"]!.AsArray())!, StringComparison.Ordinal);

        Assert.True((bool)(await TakeAsync(site, WarningRig.Ebm("E1")))["ok"]!);
        Assert.Equal("charity-09", site.Site.Board.Now[0].Decision!.Loop[0].Revision.ItemId);
        Assert.True((bool)(await SendAsync(site, new JsonObject { ["verb"] = "alert.approve", ["alert"] = "E1" }))["ok"]!);
        var lit = await site.SentAsync(Lit, Token);
        Assert.Equal(Words, Assert.Single(lit.Decision!.Loop).Revision.Text);
        Assert.Equal(new DateTimeOffset(2026, 9, 5, 12, 0, 0, TimeSpan.FromHours(8)), lit.Decision.Until);
        Assert.NotEqual(before.Truth.Sent, lit.Truth.Sent);

        Assert.True((bool)(await TakeAsync(site, WarningRig.Ebm(cancellation, kind: "2", related: related)))["ok"]!);
        Assert.Equal(before.Truth.Sent, (await site.SentAsync("charity-09", Token)).Truth.Sent);
    }

    /// <summary>Taken in with approval, and nothing came of it.</summary>
    [Theory]
    [InlineData("3")]
    [InlineData("4")]
    [InlineData("5")]
    public async Task Take_WhenItIsAnExercise_IsKeptAndNeverLit(string kind)
    {
        await using var site = await StartAsync();
        await site.SentAsync("charity-09", Token);
        var taken = await TakeAsync(site, WarningRig.Ebm("E1", kind), approve: true);
        Assert.Equal("notactual", (string?)Assert.Single(taken["messages"]!.AsArray())!["state"]);
        Assert.Empty(taken["lights"]!.AsArray());
        var plan = await SendAsync(site, new JsonObject { ["verb"] = "plan", ["at"] = "2026-09-05T09:00:00+08:00" });
        Assert.Equal(["base"], plan["decisions"]![0]!["why"]!.AsArray().Select(slot => (string)slot!));
    }

    [Fact]
    public async Task Take_WhenThePackageHoldsSomethingElse_IsRefused()
    {
        await using var site = await StartAsync();
        var refused = await TakeAsync(site, WarningRig.Ebm("E1").Replace("<EBDType>EBM<", "<EBDType>ConnectionCheck<", StringComparison.Ordinal), approve: true);
        Assert.False((bool)refused["ok"]!);
        Assert.Contains("ConnectionCheck", (string)refused["error"]!, StringComparison.Ordinal);
    }

    private static Task<SiteOnLoopback> StartAsync() =>
        SiteOnLoopback.StartAsync(settings => settings with { Quartz = false, Geocodes = "adcode=510903001" }, [Always], Token);

    private static Task<JsonObject> TakeAsync(SiteOnLoopback site, string document, bool preview = false, bool approve = false) => SendAsync(site, new JsonObject
    {
        ["verb"] = "alert.take",
        ["document"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(document)),
        ["preview"] = preview,
        ["approve"] = approve,
    });

    private static Task<JsonObject> SendAsync(SiteOnLoopback site, JsonObject request) =>
        ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), request, TimeProvider.System, Token);
}
