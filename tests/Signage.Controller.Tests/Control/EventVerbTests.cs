using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Planning;

namespace Signage.Controller.Tests.Control;

/// <summary>Events at a running site. It is eight in the morning of 5 September there.</summary>
public sealed class EventVerbTests
{
    private const string Festival =
        """{"verb":"event.add","event":{"id":"重阳","begins":"2026-09-10T08:00+08:00","ends":"2026-09-10T18:00+08:00","before":"charity-01","beforeDays":7,"during":"charity-02","after":"charity-03","afterDays":3}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Event_FromItsFirstDayToItsLast_PlaysWhatBelongsThere()
    {
        await using var site = await StartAsync(new Slot("base", "charity-09", [], SlotTime.Always, Priority.Base));
        Assert.Equal(["重阳.before", "重阳.during", "重阳.after"], (await AskAsync(site, Festival))["slots"]!.AsArray().Select(slot => (string)slot!));
        await site.SentAsync("charity-01", Token);
        site.SiteTime.SetUtcNow(new DateTimeOffset(2026, 9, 10, 8, 0, 0, TimeSpan.FromHours(8)));
        await site.SentAsync("charity-02", Token);
        site.SiteTime.SetUtcNow(new DateTimeOffset(2026, 9, 10, 18, 0, 0, TimeSpan.FromHours(8)));
        await site.SentAsync("charity-03", Token);
        site.SiteTime.SetUtcNow(new DateTimeOffset(2026, 9, 14, 0, 0, 0, TimeSpan.FromHours(8)));
        await site.SentAsync("charity-09", Token);
    }

    [Fact]
    public async Task Event_WhenTakenAway_IsGoneWhole()
    {
        await using var site = await StartAsync(new Slot("base", "charity-09", [], SlotTime.Always, Priority.Base));
        await AskAsync(site, Festival);
        var listed = Assert.Single((await AskAsync(site, """{"verb":"event.list"}"""))["events"]!.AsArray())!;
        Assert.Equal(
            ["before charity-01 2026-09-03T00:00:00+08:00 2026-09-10T08:00:00+08:00", "during charity-02 2026-09-10T08:00:00+08:00 2026-09-10T18:00:00+08:00", "after charity-03 2026-09-10T18:00:00+08:00 2026-09-14T00:00:00+08:00"],
            listed["phases"]!.AsArray().Select(row => $"{row!["phase"]} {row["programme"]} {row["begins"]} {row["ends"]}"));

        Assert.Equal(3, (await AskAsync(site, """{"verb":"event.remove","event":"重阳"}"""))["slots"]!.AsArray().Count);
        await site.SentAsync("charity-09", Token);
        Assert.Equal("base", string.Join(' ', (await AskAsync(site, """{"verb":"slot.list"}"""))["slots"]!.AsArray()));
        Assert.Contains("没有活动 重阳", (string?)(await AskAsync(site, """{"verb":"event.remove","event":"重阳"}"""))["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_WhenOnePhaseCannotBe_AddsNone()
    {
        await using var site = await StartAsync();
        Assert.Contains("charity-99", (string?)(await AskAsync(site, Festival.Replace("charity-03", "charity-99", StringComparison.Ordinal)))["error"], StringComparison.Ordinal);
        Assert.Empty((await AskAsync(site, """{"verb":"slot.list"}"""))["slots"]!.AsArray());
    }

    [Fact]
    public async Task Event_WhenItIsThereAlready_IsRefusedEvenForAnotherPhase()
    {
        await using var site = await StartAsync();
        const string Before = """{"verb":"event.add","event":{"id":"e","begins":"2026-09-10T08:00+08:00","ends":"2026-09-10T18:00+08:00","before":"charity-01","beforeDays":1}}""";
        Assert.True((bool)(await AskAsync(site, Before))["ok"]!);
        Assert.Contains("活动 e 已经有了", (string?)(await AskAsync(site, Before.Replace("\"before\":\"charity-01\",\"beforeDays\":1", "\"during\":\"charity-01\"", StringComparison.Ordinal)))["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_ThatIsOver_IsStoredAndSaysSo()
    {
        await using var site = await StartAsync();
        var notes = (await AskAsync(site, """{"verb":"event.add","event":{"id":"e","begins":"2026-08-10T08:00+08:00","ends":"2026-08-10T18:00+08:00","during":"charity-01","tags":["户外"]}}"""))["notes"]!.AsArray();
        Assert.Equal(2, notes.Count);
    }

    [Theory]
    [InlineData("\"ends\":\"2026-09-10T08:00+08:00\",\"during\":\"charity-01\"", "不晚于")]
    [InlineData("\"ends\":\"2026-09-10T18:00\",\"during\":\"charity-01\"", "ends")]
    [InlineData("\"ends\":\"2026-09-10T18:00+08:00\"", "至少要有一个节目")]
    [InlineData("\"ends\":\"2026-09-10T18:00+08:00\",\"before\":\"charity-01\"", "beforeDays")]
    [InlineData("\"ends\":\"2026-09-10T18:00+08:00\",\"during\":\"charity-01\",\"afterDays\":3", "afterDays")]
    [InlineData("\"ends\":\"2026-09-10T18:00+08:00\",\"after\":\"charity-01\",\"afterDays\":367", "367")]
    [InlineData("\"ends\":\"9999-09-10T18:00+08:00\",\"during\":\"charity-01\"", "9990")]
    [InlineData("\"ends\":\"2026-09-10T18:00+08:00\",\"during\":\"charity-01\",\"times\":\"sunset-\"", "Signage:Place:Latitude")]
    [InlineData("\"ends\":\"2026-09-10T18:00+08:00\",\"during\":\"charity-01\",\"colour\":\"red\"", "colour")]
    [InlineData("\"ends\":\"2026-09-10T18:00+08:00\",\"during\":\"charity-01\",\"priority\":\"technician\"", "panel pattern")]
    public async Task Event_ThatIsWrong_IsRefusedInOneLine(string members, string complaint)
    {
        await using var site = await StartAsync();
        var refused = (string?)(await AskAsync(site, $"{{\"verb\":\"event.add\",\"event\":{{\"id\":\"e\",\"begins\":\"2026-09-10T08:00+08:00\",{members}}}}}"))["error"];
        Assert.Contains(complaint, refused, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused!);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Event_WithoutAName_IsRefused(string id)
    {
        await using var site = await StartAsync();
        var refused = await AskAsync(site, $$$"""{"verb":"event.add","event":{"id":"{{{id}}}","begins":"2026-09-10T08:00+08:00","ends":"2026-09-10T18:00+08:00","during":"charity-01"}}""");
        Assert.Contains("编号", (string?)refused["error"], StringComparison.Ordinal);
    }

    /// <summary>Its hours never come while it is on: nothing is over, and it never plays.</summary>
    [Fact]
    public async Task Event_WhoseHoursNeverMeetIt_IsStoredAndSaysSo()
    {
        await using var site = await StartAsync();
        var stored = await AskAsync(site, """{"verb":"event.add","event":{"id":"e","begins":"2026-09-10T08:00+08:00","ends":"2026-09-10T18:00+08:00","during":"charity-01","times":"22:00-06:00"}}""");
        Assert.Contains("没有交集", (string?)Assert.Single(stored["notes"]!.AsArray()), StringComparison.Ordinal);
    }

    private static Task<SiteOnLoopback> StartAsync(params Slot[] slots) => SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, slots, Token);

    private static Task<JsonObject> AskAsync(SiteOnLoopback site, string request) =>
        ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), JsonNode.Parse(request)!.AsObject(), TimeProvider.System, Token);
}
