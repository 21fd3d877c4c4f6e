using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Core.Planning;
using Signage.Core.Programmes;

namespace Signage.Controller.Tests.Scheduling;

public sealed class BoundaryTests
{
    private static readonly Slot[] Morning =
    [
        new("one", "charity-01", [], new SlotTime(new DailyRange(new TimeOnly(8, 0), new TimeOnly(9, 0)))),
        new("two", "charity-02", [], new SlotTime(new DailyRange(new TimeOnly(9, 0), new TimeOnly(10, 0)))),
    ];

    [Fact]
    public async Task Boundary_WhenTheWatchdogIsOff_IsMetByQuartzAlone()
    {
        var token = TestContext.Current.CancellationToken;
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Watchdog = false }, Morning, token);
        await site.SentAsync("charity-01", token);

        await StepToAsync(site, DateTimeOffset.Parse("2026-09-05T01:00:00Z", null), "charity-02", token);
    }

    /// <summary>A folder in the place of its file keeps Quartz from starting, as a full disk does. The site starts all the same, can be blanked, and gets its alarm later.</summary>
    [Fact]
    public async Task Boundary_WhenQuartzCouldNotStartAtFirst_IsMetByQuartzAloneInTheEnd()
    {
        var token = TestContext.Current.CancellationToken;
        await using var site = await SiteOnLoopback.StartAsync(
            settings =>
            {
                Directory.CreateDirectory(Path.Combine(settings.Data, "quartz.db"));
                return settings with { Watchdog = false, QuartzStore = true };
            },
            Morning,
            token);
        Assert.True((bool)(await ControlClient.SendAsync(
            SiteSettings.SocketOf(site.Folder), new JsonObject { ["verb"] = "slot.list" }, TimeProvider.System, token))["ok"]!);
        await site.SentAsync("charity-01", token);

        Directory.Delete(Path.Combine(site.Folder, "quartz.db"));

        await StepToAsync(site, DateTimeOffset.Parse("2026-09-05T01:00:00Z", null), "charity-02", token);
    }

    [Fact]
    public async Task Boundary_WhenQuartzIsOff_IsMetByTheWatchdogAlone()
    {
        var token = TestContext.Current.CancellationToken;
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, Morning, token);
        await site.SentAsync("charity-01", token);

        site.SiteTime.SetUtcNow(DateTimeOffset.Parse("2026-09-05T01:00:00Z", null));

        await site.SentAsync("charity-02", token);
    }

    [Fact]
    public async Task Glass_WhenTheShowIsAcknowledged_HoldsThePagesThatWereApproved()
    {
        var token = TestContext.Current.CancellationToken;
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, Morning, token);
        var state = await site.SentAsync("charity-01", token);
        Assert.Equal(state.Desired!.Digest, site.Panel.Card.Read().Digest);
    }

    [Fact]
    public async Task Glass_WhenNothingIsPlanned_IsDark()
    {
        var token = TestContext.Current.CancellationToken;
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, Morning, token);
        await site.SentAsync("charity-01", token);

        site.SiteTime.SetUtcNow(DateTimeOffset.Parse("2026-09-05T02:00:00Z", null));

        await site.SentAsync("", token);
        Assert.True(site.Panel.Card.Read().Glass.IsDark);
    }

    [Fact]
    public async Task Round_WhenNothingChanged_CausesNoTraffic()
    {
        var token = TestContext.Current.CancellationToken;
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, Morning, token);
        await site.SentAsync("charity-01", token);

        // The ping on the fresh link, the show, and the clock of the card: read, set, read.
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        while (site.Panel.Card.Read().PacketsTaken < 5)
        {
            await look.WaitForNextTickAsync(late.Token);
        }

        for (var second = 1; second <= 50; second++)
        {
            site.SiteTime.Advance(TimeSpan.FromSeconds(1));
        }

        site.SiteTime.SetUtcNow(DateTimeOffset.Parse("2026-09-05T01:00:00Z", null));
        await site.SentAsync("charity-02", token);

        Assert.Equal(6, site.Panel.Card.Read().PacketsTaken);
    }

    [Fact]
    public async Task Glass_WhenTheNextLoopExceedsAPacket_GoesDarkInsteadOfKeepingOldWords()
    {
        var token = TestContext.Current.CancellationToken;
        var tooMuch = new Programme(
            "many", [.. Enumerable.Range(0, 120).Select(i => CharityPack.Instance.Slogans[i % CharityPack.Instance.Slogans.Count].ToRevision())], ShowStyle.Automatic);
        var late = new Slot("late", tooMuch.Id, [], new SlotTime(new DailyRange(new TimeOnly(9, 0), new TimeOnly(10, 0))));
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, [Morning[0], late], token, [tooMuch]);
        await site.SentAsync("charity-01", token);

        site.SiteTime.SetUtcNow(DateTimeOffset.Parse("2026-09-05T01:00:00Z", null));

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, token);
        var state = (await site.Site.Board.WaitAsync(now => now[0].Outcome == Signage.Protocols.Dialogues.PanelOutcome.Unsupported && now[0].IsDarkened, either.Token))[0];
        Assert.Contains("64512", state.Detail, StringComparison.Ordinal);
        Assert.Null(state.Truth.Sent);
        Assert.True(site.Panel.Card.Read().Glass.IsDark);
    }

    /// <summary>
    /// Quartz arms its timer on a thread of its own, so the fake clock is nudged on by a millisecond at a time until the alarm has rung; the watchdog
    /// stays off. Late by less than five seconds of site time is met.
    /// </summary>
    private static async Task StepToAsync(SiteOnLoopback site, DateTimeOffset boundary, string item, CancellationToken cancellationToken)
    {
        site.SiteTime.SetUtcNow(boundary);
        var sent = site.SentAsync(item, cancellationToken);
        using var real = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (!sent.IsCompleted && await real.WaitForNextTickAsync(cancellationToken))
        {
            site.SiteTime.Advance(TimeSpan.FromMilliseconds(1));
        }

        await sent;
        Assert.InRange(site.SiteTime.GetUtcNow() - boundary, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }
}
