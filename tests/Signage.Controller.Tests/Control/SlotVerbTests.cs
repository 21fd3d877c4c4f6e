using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Planning;

namespace Signage.Controller.Tests.Control;

/// <summary>Slots with several ranges a day and by the sun, through the socket of a running site. It is eight in the morning of 5 September there.</summary>
public sealed class SlotVerbTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Slot_WithSeveralTimesAtASiteWithAPlace_IsStoredToldAndPlanned()
    {
        await using var site = await StartAsync(("39.904", "116.407"));
        Assert.Equal("""{"ok":true,"notes":[]}""", (await AddAsync(site, ("times", "06:30-08:15,sunset-22:00"))).ToJsonString());

        var told = (await AskAsync(site, new JsonObject { ["verb"] = "slot.list" }))["details"]![0]!;
        Assert.Equal(("06:30-08:15,sunset-22:00", null, null), ((string?)told["times"], (string?)told["from"], (string?)told["until"]));

        // The almanac of Beijing for that day: sunset at 18:40.
        var plan = await AskAsync(site, new JsonObject { ["verb"] = "plan", ["at"] = "2026-09-05T08:00:00+08:00", ["days"] = 1 });
        Assert.Equal(
            ["2026-09-05T08:15", "2026-09-05T18:40", "2026-09-05T22:00", "2026-09-06T06:30", "2026-09-06T08:15"],
            plan["decisions"]!.AsArray().Select(row => ((string)row!["until"]!)[..16]));
    }

    [Fact]
    public async Task Slot_ByTheSunAtASiteWithoutAPlace_IsRefusedInOneLine()
    {
        await using var site = await StartAsync(default);
        var refused = await AddAsync(site, ("times", "08:00-09:00,sunset-"));
        Assert.Equal((false, true), ((bool)refused["ok"]!, ((string)refused["error"]!).Contains("Signage:Place:Latitude", StringComparison.Ordinal)));
        Assert.DoesNotContain('\n', (string)refused["error"]!);
        Assert.Empty((await AskAsync(site, new JsonObject { ["verb"] = "slot.list" }))["slots"]!.AsArray());
    }

    [Theory]
    [InlineData("06:30-09:00,25:00-", "第 13 个字符", null)]
    [InlineData("06:30-09:00", "times 和 from", "08:00")]
    public async Task Slot_WithWrongTimes_IsRefused(string times, string complaint, string? from)
    {
        await using var site = await StartAsync(default);
        var refused = from is null ? await AddAsync(site, ("times", times)) : await AddAsync(site, ("times", times), ("from", from));
        Assert.Contains(complaint, (string)refused["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slot_ByTheClock_IsToldAsBeforeAndAsTimes()
    {
        await using var site = await StartAsync(default);
        await AddAsync(site, ("from", "22:00"), ("until", "06:00"));
        var told = (await AskAsync(site, new JsonObject { ["verb"] = "slot.list" }))["details"]![0]!;
        Assert.Equal(("22:00-06:00", "22:00:00", "06:00:00"), ((string?)told["times"], (string?)told["from"], (string?)told["until"]));
    }

    [Fact]
    public async Task Slot_WithBoundsShareAndTags_IsToldPlannedAndTakenAway()
    {
        await using var site = await StartAsync(default);
        var added = await AskAsync(site, (JsonObject)JsonNode.Parse(
            """
            {"verb":"slot.add","slot":{"id":"notice","programme":"charity-01","panels":["gate"],"tags":["户外"],"share":3,"joins":true,"priority":"urgent",
             "begins":"2026-09-05T08:30:00+08:00","ends":"2026-09-05T11:30+08:00"}}
            """)!);
        Assert.Contains("户外", (string)Assert.Single(added["notes"]!.AsArray())!, StringComparison.Ordinal);

        var told = (await AskAsync(site, new JsonObject { ["verb"] = "slot.list" }))["details"]![0]!;
        Assert.Equal(
            ("""["户外"]""", 3, true, "2026-09-05T08:30:00+08:00", "2026-09-05T11:30:00+08:00"),
            (JsonNode.Parse(told["tags"]!.ToJsonString())!.AsArray() is [var only] ? $"""["{only}"]""" : "", (int)told["share"]!, (bool)told["joins"]!, (string?)told["begins"], (string?)told["ends"]));

        var plan = await AskAsync(site, new JsonObject { ["verb"] = "plan", ["at"] = "2026-09-05T09:00:00+08:00" });
        var sentence = (string)plan["decisions"]![0]!["sentence"]!;
        Assert.Contains("1 条", sentence, StringComparison.Ordinal);
        Assert.Contains("紧急", sentence, StringComparison.Ordinal);
        Assert.Contains("notice", sentence, StringComparison.Ordinal);
        Assert.Contains("2026-09-05 11:30:00", sentence, StringComparison.Ordinal);

        var days = await AskAsync(site, new JsonObject { ["verb"] = "plan", ["at"] = "2026-09-05T08:00:00+08:00", ["days"] = 1 });
        Assert.Equal(["", "notice", ""], days["decisions"]!.AsArray().Select(row => string.Join(' ', row!["why"]!.AsArray())));

        Assert.True((bool)(await AskAsync(site, new JsonObject { ["verb"] = "slot.remove", ["slot"] = "notice" }))["ok"]!);
        Assert.Contains("没有排期 notice", (string)(await AskAsync(site, new JsonObject { ["verb"] = "slot.remove", ["slot"] = "notice" }))["error"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("begins", "2026-09-05T08:30:00")]
    [InlineData("ends", "2026-02-30T08:30:00+08:00")]
    public async Task Slot_WithAnInstantThatIsNone_IsRefused(string member, string text)
    {
        await using var site = await StartAsync(default);
        Assert.Contains($"{member} “{text}”", (string)(await AddAsync(site, (member, text)))["error"]!, StringComparison.Ordinal);
    }

    /// <summary>The committed notices end with 2026.</summary>
    [Theory]
    [InlineData("work", true, "2027")]
    [InlineData("mon-fri", true, null)]
    [InlineData("work", false, null)]
    public async Task Status_WhenTheNoticeOfTheNextYearIsMissing_SaysSoAheadOfTime(string rule, bool isNear, string? year)
    {
        await using var site = await StartAsync(default);
        await AddAsync(site, ("days", rule));
        if (isNear)
        {
            site.SiteTime.Advance(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero) - site.SiteTime.GetUtcNow());
        }

        // The clock of the card, which is not that of this site, may be a note too.
        string[] notes = [.. (await AskAsync(site, new JsonObject { ["verb"] = "status" }))["notes"]!.AsArray().Select(note => (string)note!).Where(note => note.Contains("放假安排", StringComparison.Ordinal))];
        Assert.Equal(year is null ? 0 : 1, notes.Length);
        Assert.All(notes, note => Assert.Contains($"还没有 {year} 年的放假安排", note, StringComparison.Ordinal));
    }

    /// <summary>A place that is taken away keeps nothing else from showing.</summary>
    [Fact]
    public async Task Site_WithStoredSlotsByTheSunAndNoPlace_StartsAndShowsTheOthers()
    {
        Slot[] slots =
        [
            new("base", "charity-09", [], SlotTime.Always, Priority.Base),
            new("dusk", "charity-01", [], new SlotTime(DailyTimes.Parse("sunrise-sunset"))),
        ];
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, slots, Token);
        await site.SentAsync("charity-09", Token);
    }

    [Theory]
    [InlineData("116.407", "39.904", "纬度")]
    [InlineData("39.904", null, "经度")]
    [InlineData(null, "116.407", "纬度")]
    public async Task Site_WhenItsPlaceIsNone_SaysWhich(string? latitude, string? longitude, string complaint)
    {
        var refused = await Assert.ThrowsAsync<SiteStartException>(() => StartAsync((latitude, longitude)));
        Assert.StartsWith("Signage:Place: ", Assert.Single(refused.Reasons), StringComparison.Ordinal);
        Assert.Contains(complaint, refused.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_WhenRead_KnowThePlace()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Signage:Place:Latitude"] = "31.23", ["Signage:Place:Longitude"] = "121.474" }).Build();
        var settings = SiteHost.Read(configuration, data: "site");
        Assert.Equal(("31.23", "121.474"), (settings.Latitude, settings.Longitude));
    }

    private static Task<SiteOnLoopback> StartAsync((string? Latitude, string? Longitude) place) => SiteOnLoopback.StartAsync(
        settings => settings with { Quartz = false, Latitude = place.Latitude, Longitude = place.Longitude }, [], Token);

    private static Task<JsonObject> AddAsync(SiteOnLoopback site, params (string Name, string Value)[] members)
    {
        var slot = new JsonObject { ["id"] = "s", ["programme"] = "charity-01" };
        foreach (var (name, value) in members)
        {
            slot[name] = value;
        }

        return AskAsync(site, new JsonObject { ["verb"] = "slot.add", ["slot"] = slot });
    }

    private static Task<JsonObject> AskAsync(SiteOnLoopback site, JsonObject request) =>
        ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), request, TimeProvider.System, Token);
}
