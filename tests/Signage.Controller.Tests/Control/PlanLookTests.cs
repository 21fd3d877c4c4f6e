using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;

namespace Signage.Controller.Tests.Control;

/// <summary>Empty hours and conflicts of a running site, as a person reads them. It is eight in the morning of 5 September there.</summary>
public sealed class PlanLookTests
{
    private static readonly Programme Unapproved = new("rumour", [new Revision("rumour", "没有批准的字")], ShowStyle.Automatic);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Every night of a month is one line, that of the night that runs already and of the last one included.</summary>
    [Fact]
    public async Task Gaps_OfAMonth_AreALineForWhatRepeats()
    {
        await using var site = await StartAsync(Daily("day", "charity-01", "06:00-22:00"), Daily("lunch", "", "12:00-12:30") with { Priority = Priority.Blank }, Daily("cry", "rumour", "20:00-21:00") with { Priority = Priority.Urgent });
        await AddAsync(site, """{"id":"exam","kind":"quiet","times":"14:00-15:00","days":"work"}""");
        var gaps = (await AskAsync(site, """{"verb":"plan.gaps","at":"2026-09-05T05:00:00+08:00","days":30}"""))["gaps"]!.AsArray();
        Assert.Equal(
            [
                "nothing||每天 22:00-06:00，2026-09-04 至 2026-10-04，31 天 (daily, 31 days)",
                "blank|lunch|每天 12:00-12:30，2026-09-05 至 2026-10-04，30 天 (daily, 30 days)",
                "refused|cry|每天 20:00-21:00，2026-09-05 至 2026-10-04，30 天 (daily, 30 days)",
                "policy|exam|工作日 14:00-15:00，2026-09-07 至 2026-09-30，18 天 (working days, 18 of them)",
            ],
            gaps.Select(row => $"{row!["reason"]}|{string.Join(' ', row["by"]!.AsArray())}|{row["when"]}"));
        Assert.Equal(("22:00-06:00", "2026-09-04T22:00:00+08:00", "2026-10-05T06:00:00+08:00", 31), ((string?)gaps[0]!["times"], (string?)gaps[0]!["from"], (string?)gaps[0]!["until"], gaps[0]!["dates"]!.AsArray().Count));
        Assert.Contains("按规定 exam", (string?)gaps[3]!["told"], StringComparison.Ordinal);
        Assert.Contains("未经审核", (string?)gaps[2]!["told"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gaps_OfPanelsThatAreAlike_AreToldOnce()
    {
        await using var site = await StartAsync(Daily("day", "charity-09", "06:00-22:00"));
        Assert.True((bool)(await AskAsync(
            site, """{"verb":"panel.add","unchecked":true,"panel":{"id":"hall","profile":"onbon/bx-6e2","face":"256x32x1","endpoint":"tcp://127.0.0.1:9"}}"""))["ok"]!);
        var gap = Assert.Single((await AskAsync(site, """{"verb":"plan.gaps","at":"2026-09-05T08:00:00+08:00"}"""))["gaps"]!.AsArray())!;
        Assert.Equal(["gate", "hall"], gap["panels"]!.AsArray().Select(panel => (string)panel!));
        Assert.Equal((7, true), ((int)gap["days"]!, (bool)gap["all"]!));
        Assert.Single((await AskAsync(site, """{"verb":"plan.gaps","at":"2026-09-05T08:00:00+08:00","panel":"hall"}"""))["gaps"]![0]!["panels"]!.AsArray());
    }

    [Fact]
    public async Task Conflicts_OfAMonth_SayWhoLosesToWhomAndWhy()
    {
        await using var site = await StartAsync(
            new Slot("base", "charity-09", [], SlotTime.Always, Priority.Base),
            Daily("day", "charity-01", "06:00-22:00"),
            Daily("notice", "charity-02", "10:00-11:00") with { Priority = Priority.Urgent, Time = new SlotTime(DailyTimes.Parse("10:00-11:00")) { Days = Core.Calendars.DayRule.Parse("sat | sun") } },
            Daily("cry", "rumour", "20:00-21:00") with { Priority = Priority.Urgent });
        await AddAsync(site, """{"id":"night","kind":"quiet","times":"21:30-06:00"}""");
        var conflicts = (await AskAsync(site, """{"verb":"plan.conflicts","at":"2026-09-05T08:00:00+08:00","days":21}"""))["conflicts"]!.AsArray();
        Assert.Equal(
            [
                "day|replaced|notice|每周六、周日 10:00-11:00",
                "cry|refused||每天 20:00-21:00",
                "day|replaced|cry|每天 20:00-21:00",
                "day|policy|night|每天 21:30-22:00",
                "base|policy|night|每天 22:00-06:00",
            ],
            conflicts.Select(row => $"{row!["slot"]}|{row["reason"]}|{string.Join(' ', row["to"]!.AsArray())}|{((string)row["when"]!).Split('，')[0]}"));
        Assert.Contains("让给 notice", (string?)conflicts[0]!["told"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan.gaps", "\"panel\":\"attic\"", "attic")]
    [InlineData("plan.conflicts", "\"days\":-1", "-1")]
    [InlineData("plan.gaps", "\"show\":\"pages\"", "show")]
    public async Task Look_ForWhatThereIsNot_IsRefused(string verb, string member, string complaint)
    {
        await using var site = await StartAsync();
        Assert.Contains(complaint, (string)(await AskAsync(site, $"{{\"verb\":\"{verb}\",\"at\":\"2026-09-05T08:00:00+08:00\",{member}}}"))["error"]!, StringComparison.Ordinal);
    }

    private static Slot Daily(string id, string programme, string times) => new(id, programme, [], new SlotTime(DailyTimes.Parse(times)));

    private static Task<SiteOnLoopback> StartAsync(params Slot[] slots) => SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, slots, Token, [Unapproved]);

    private static async Task AddAsync(SiteOnLoopback site, string policy) => Assert.True((bool)(await AskAsync(site, $$"""{"policy":{{policy}},"verb":"policy.add"}"""))["ok"]!);

    private static Task<JsonObject> AskAsync(SiteOnLoopback site, string request) =>
        ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), JsonNode.Parse(request)!.AsObject(), TimeProvider.System, Token);
}
