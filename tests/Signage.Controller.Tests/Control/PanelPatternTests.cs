using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Controller.Tests.Control;

/// <summary>A technician's test at a running site, down to the card. It is eight in the morning of 5 September there, and charity-09 plays.</summary>
public sealed class PanelPatternTests
{
    private static readonly Slot Always = new("base", "charity-09", [], SlotTime.Always, Priority.Base);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pattern_WhenItsMinutesAreOverOrItIsEnded_GivesBackTheVerySameShow(bool byHand)
    {
        await using var site = await StartAsync(Always);
        var before = await site.SentAsync("charity-09", Token);
        var answer = await AskAsync(site, "grid", 5);
        Assert.Equal("2026-09-05T08:05:00+08:00", (string?)answer["until"]);
        Assert.Empty(answer["notes"]!.AsArray());
        await site.SentAsync("pattern-grid", Token);
        Assert.Equal(TestPicture.Draw(TestPattern.Grid, before.Panel.Face), Assert.Single(site.Panel.Card.Read().Pages).Picture);

        if (byHand)
        {
            await AskAsync(site, "none");
        }
        else
        {
            site.SiteTime.SetUtcNow(new DateTimeOffset(2026, 9, 5, 8, 5, 0, TimeSpan.FromHours(8)));
        }

        Assert.Equal(before.Desired!.Digest, (await site.SentAsync("charity-09", Token)).Desired!.Digest);
    }

    [Fact]
    public async Task Pattern_WhenSomethingIsUrgent_GivesWayAndSaysSo()
    {
        await using var site = await StartAsync(Always, new Slot("notice", "charity-01", [], SlotTime.Always, Priority.Urgent));
        await site.SentAsync("charity-01", Token);
        Assert.Contains("notice", (string?)Assert.Single((await AskAsync(site, "full"))["notes"]!.AsArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pattern_WhenABlankHoldsThePanel_SaysSo()
    {
        await using var site = await StartAsync(Always);
        await site.SentAsync("charity-09", Token);
        await AskAsync(site, JsonNode.Parse("""{"verb":"blank"}""")!.AsObject());
        await site.Site.Board.WaitAsync(now => now[0].IsDarkened, Token);
        Assert.Contains("一键黑屏", (string?)Assert.Single((await AskAsync(site, "grid"))["notes"]!.AsArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"verb":"panel.pattern","panel":"nobody","pattern":"grid"}""", "nobody")]
    [InlineData("""{"verb":"panel.pattern","panel":"gate","pattern":"flower"}""", "flower")]
    [InlineData("""{"verb":"panel.pattern","panel":"gate","pattern":"blue"}""", "blue")]
    [InlineData("""{"verb":"panel.pattern","panel":"gate","pattern":"grid","minutes":61}""", "61")]
    [InlineData("""{"verb":"slot.add","slot":{"id":"mine","programme":"charity-01","priority":"technician"}}""", "panel pattern")]
    [InlineData("""{"verb":"slot.add","slot":{"id":"test:gate","programme":"charity-01"}}""", "test:")]
    public async Task Pattern_WhenItCannotBe_IsRefusedInOneLine(string request, string told)
    {
        await using var site = await StartAsync(Always);
        var answer = await AskAsync(site, JsonNode.Parse(request)!.AsObject());
        Assert.False((bool)answer["ok"]!);
        Assert.Contains(told, (string?)answer["error"], StringComparison.Ordinal);
    }

    private static Task<SiteOnLoopback> StartAsync(params Slot[] slots) => SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, slots, Token);

    private static Task<JsonObject> AskAsync(SiteOnLoopback site, string pattern, int? minutes = null)
    {
        var request = new JsonObject { ["verb"] = "panel.pattern", ["panel"] = "gate", ["pattern"] = pattern };
        if (minutes is { } some)
        {
            request["minutes"] = some;
        }

        return AskAsync(site, request);
    }

    private static Task<JsonObject> AskAsync(SiteOnLoopback site, JsonObject request) =>
        ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), request, TimeProvider.System, Token);
}
