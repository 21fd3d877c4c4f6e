using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Controller.Tests.Scheduling;
using Signage.Controller.Timekeeping;
using Signage.Core.Alerts;
using Signage.Core.Calendars;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Storage;

namespace Signage.Controller.Tests.Timekeeping;

/// <summary>A whole site whose clock nobody believes.</summary>
public sealed class DoubtedClockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-doubt-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

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

    /// <summary>What was spent before the start is spent; whoever vouches for the clock lights everything again.</summary>
    [Fact]
    public async Task F50_Site_WhenTheLeaseHasRunOut_IsDarkUntilSomebodyVouches()
    {
        Slot[] slots = [new("any", "charity-09", [], SlotTime.Always, Priority.Base)];
        await using var test = await SiteOnLoopback.StartAsync(
            settings =>
            {
                var before = new FakeTimeProvider();
                var spent = new OpenLease(TimeSpan.FromHours(5), Path.Combine(settings.Data, "clock.lease"), before);
                spent.Spend();
                before.Advance(TimeSpan.FromHours(5));
                spent.Spend();
                Assert.Null(spent.Save());
                return settings with { AnyTimeHours = "5" };
            },
            slots,
            Token,
            start: DateTimeOffset.Parse("2000-09-05T04:00:00Z", null));
        await test.SentAsync("", Token);
        Assert.True(test.Panel.Card.Read().Glass.IsDark);
        Assert.Contains("5", (string)(await AskAsync(test, "status"))["notes"]![1]!, StringComparison.Ordinal);

        await AskAsync(test, "clock", confirm: true);
        await test.SentAsync("charity-09", Token);
    }

    /// <summary>Plan and policies have no boundary here; the end of the lease is one, and the picture of that moment is empty.</summary>
    [Fact]
    public async Task F50_Book_WhenNobodyBelievesTheClock_ChangesByItselfAtTheEndOfTheLease()
    {
        Slot[] slots = [new("any", "charity-09", [], SlotTime.Always, Priority.Base), new("day", "charity-04", [], new SlotTime(DailyTimes.Parse("08:00-20:00")))];
        await using var store = await SiteStore.OpenAsync(Path.Combine(_folder, "site.db"), TimeProvider.System, Token);
        await store.As(Actor.Site).ImportOnceAsync("test", new SiteContents([], SiteImport.Pack(CharityPack.Instance).Programmes, slots), Token);
        await using var book = await SiteBook.OpenAsync(
            store, new Bell(), Plan.Empty(TimeZoneInfo.Utc), new SitePlaceArea([], null), AlertTemplate.Usual, Token);
        var line = new FakeTimeProvider();
        var lease = new OpenLease(TimeSpan.FromHours(3), Path.Combine(_folder, "clock.lease"), line);
        var clocked = new ClockedBook(
            book, new ClockTrust(new ClockWitness(Path.Combine(_folder, "clock.seen")), lease, new SiteClocks(line, line), TimeZoneInfo.Utc, NullLogger.Instance));

        var picture = await clocked.NewestAsync(DateTimeOffset.UnixEpoch, Token);
        Assert.Equal(["any"], picture.Plan.Slots.Select(slot => slot.Id));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddHours(3), clocked.Until);

        line.Advance(TimeSpan.FromHours(3));
        Assert.Empty((await clocked.NewestAsync(DateTimeOffset.UnixEpoch.AddHours(3), Token)).Plan.Slots);
        Assert.Null(clocked.Until);

        Assert.Equal(2, (await clocked.NewestAsync(DateTimeOffset.Parse("2026-09-05T04:00:00Z", null), Token)).Plan.Slots.Count);
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
