using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Calendars;
using Signage.Core.Planning;

namespace Signage.Controller.Tests.Timekeeping;

/// <summary>A whole site whose clock nobody believes.</summary>
public sealed class DoubtedClockTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Hours, days, dates and instants need a clock, even where this one happens to stand inside them; what is open at any time does not.</summary>
    [Theory]
    [InlineData("hours")]
    [InlineData("days")]
    [InlineData("date")]
    [InlineData("instant")]
    public async Task Site_WhenItsClockIsNotBelieved_PlaysOnlyWhatNeedsNone(string needs)
    {
        var time = needs switch
        {
            "hours" => new SlotTime(DailyTimes.Parse("00:00-23:59")),
            "days" => SlotTime.Always with { Days = DayRule.Parse("mon-fri | sat-sun") },
            "date" => SlotTime.Always with { FirstDay = new DateOnly(1999, 1, 1) },
            _ => SlotTime.Always with { Begins = DateTimeOffset.UnixEpoch },
        };
        Slot[] slots = [new("any", "charity-09", [], SlotTime.Always, Priority.Base), new("timed", "charity-04", [], time)];
        await using var test = await SiteOnLoopback.StartAsync(settings => settings, slots, Token, start: DateTimeOffset.Parse("2000-09-05T04:00:00Z", null));
        await test.SentAsync("charity-09", Token);
        var clock = await AskAsync(test, "clock");
        Assert.False((bool)clock["trusted"]!);
        Assert.Contains("2000-09-05 12:00:00", (string)clock["notes"]![0]!, StringComparison.Ordinal);
        Assert.Equal((string)clock["notes"]![0]!, (string)(await AskAsync(test, "status"))["notes"]![0]!);

        // A clock that is set wakes nobody; the second after it does.
        test.SiteTime.AdjustTime(DateTimeOffset.Parse("2026-09-05T04:00:00Z", null));
        test.SiteTime.Advance(TimeSpan.FromSeconds(1));
        await test.SentAsync("charity-04", Token);
        Assert.True((bool)(await AskAsync(test, "clock"))["trusted"]!);
    }

    [Fact]
    public async Task Site_WhenAPersonVouchesForItsClock_PlaysThePlan()
    {
        Slot[] slots = [new("timed", "charity-04", [], new SlotTime(DailyTimes.Parse("08:00-20:00")))];
        await using var test = await SiteOnLoopback.StartAsync(settings => settings, slots, Token, start: DateTimeOffset.Parse("2000-09-05T04:00:00Z", null));
        await test.SentAsync("", Token);
        Assert.True((bool)(await AskAsync(test, "clock", confirm: true))["trusted"]!);
        await test.SentAsync("charity-04", Token);
    }

    private static async Task<JsonObject> AskAsync(SiteOnLoopback test, string verb, bool confirm = false)
    {
        var request = new JsonObject { ["verb"] = verb };
        if (confirm)
        {
            request["confirm"] = true;
        }

        var answer = await ControlClient.SendAsync(SiteSettings.SocketOf(test.Folder), request, TimeProvider.System, Token);
        Assert.True((bool)answer["ok"]!);
        return answer;
    }
}
