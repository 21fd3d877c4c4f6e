using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Dispatch;
using Signage.Controller.Health;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Planning;

namespace Signage.Controller.Tests.Timekeeping;

/// <summary>校时: a whole site and one card whose clock goes wrong.</summary>
public sealed class CardClockTests
{
    private const int TicksANight = 150;
    private static readonly Slot[] Always = [new("base", "charity-09", [], SlotTime.Always, Priority.Base)];

    // 08:00 in Shanghai.
    private static readonly DateTimeOffset Morning = DateTimeOffset.Parse("2026-09-05T00:00:00Z", null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("onbon/bx-6e2", "160x16x1", "tcp://127.0.0.1:0")]
    [InlineData("onbon/bx-6e2", "160x16x1", "pty:?baud=57600")]
    [InlineData("colorlight/c4", "64x32xrgb", "http://127.0.0.1:0")]
    public async Task Card_ThatIsOff_IsReadSetAndReadAgain(string model, string face, string listen)
    {
        await using var site = await StartAsync(37, panel: new LoopbackPanel(model, face, listen));
        var clock = (await SetAsync(site)).Clock;
        Assert.Equal((37L, 0L), (clock.FoundSeconds, clock.OffSeconds));
        Assert.Equal(new DateTime(2026, 9, 5, 8, 0, 0), site.Panel.Card.Clock.Wall);

        var status = await AskAsync(site, "status");
        Assert.Contains("+37 秒", Assert.Single(status["notes"]!.AsArray())!.ToString(), StringComparison.Ordinal);
        foreach (var row in (JsonNode[])[status["panels"]![0]!, (await AskAsync(site, "panel.list"))["panels"]![0]!])
        {
            Assert.Equal(
                """{"offSeconds":0,"readAt":"2026-09-05T08:00:00+08:00","foundSeconds":37,"setAt":"2026-09-05T08:00:00+08:00"}""",
                row["clock"]!.ToJsonString().Replace("\\u002B", "+", StringComparison.Ordinal));
        }

        Assert.Equal(0, Offset("gate"));
    }

    [Fact]
    public async Task Card_ThatIsRight_IsNoNews()
    {
        await using var site = await StartAsync(4);
        Assert.Equal(4, (await SetAsync(site)).Clock.FoundSeconds);
        Assert.Empty((await AskAsync(site, "status"))["notes"]!.AsArray());
    }

    /// <summary>Berlin has put its clocks forward on 29 March 2026, and back on 25 October.</summary>
    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29T01:59:59")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T03:00:00")]
    [InlineData("2026-10-25T00:59:59Z", "2026-10-25T02:59:59")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25T02:00:00")]
    public async Task Card_WhereClocksArePutForwardAndBack_ShowsTheWallOfTheSite(string instant, string wall)
    {
        await using var site = await StartAsync(37, settings => settings with { Quartz = false, TimeZone = "Europe/Berlin" }, DateTimeOffset.Parse(instant, null));
        await SetAsync(site);
        Assert.Equal(wall, $"{site.Panel.Card.Clock.Wall:s}");
    }

    [Fact]
    public async Task Card_WhileNobodyBelievesTheClockOfTheSite_IsLeftAlone()
    {
        await using var site = await StartAsync(37, start: DateTimeOffset.Parse("2000-09-05T00:00:00Z", null));
        await site.SentAsync("charity-09", Token);
        var before = site.Panel.Card.Clock.Wall;
        var answer = await AskAsync(site, "panel.clock", ("set", true));
        Assert.Contains("signage clock", (string)answer["panels"]![0]!["trouble"]!, StringComparison.Ordinal);
        Assert.Null(answer["panels"]![0]!["clock"]);
        Assert.Equal(before, site.Panel.Card.Clock.Wall);

        // The ping on the fresh link and one show: no word about clocks.
        Assert.Equal(2, site.Panel.Card.Read().PacketsTaken);
    }

    [Fact]
    public async Task Verb_WhenItOnlyAsks_TellsHowFarOffItIs_AndSetsNothing()
    {
        await using var site = await StartAsync(0);
        await SetAsync(site);
        site.Panel.Card.Clock.SetWall(site.Panel.Card.Clock.Wall.AddSeconds(-90));

        var asked = (await AskAsync(site, "panel.clock", ("panel", "gate")))["panels"]![0]!;
        Assert.Equal((-90L, null), ((long)asked["clock"]!["offSeconds"]!, (string?)asked["trouble"]));
        Assert.Equal(new DateTime(2026, 9, 5, 7, 58, 30), site.Panel.Card.Clock.Wall);
        Assert.Contains("-90 秒", Assert.Single((await AskAsync(site, "status"))["notes"]!.AsArray())!.ToString(), StringComparison.Ordinal);

        var set = (await AskAsync(site, "panel.clock", ("panel", "gate"), ("set", true)))["panels"]![0]!;
        Assert.Equal((0L, -90L), ((long)set["clock"]!["offSeconds"]!, (long)set["clock"]!["foundSeconds"]!));
        Assert.Equal(new DateTime(2026, 9, 5, 8, 0, 0), site.Panel.Card.Clock.Wall);
    }

    [Fact]
    public async Task Verb_WhenThePanelIsBlanked_SaysWhyNot()
    {
        await using var site = await StartAsync(0);
        await SetAsync(site);
        site.Site.Blanks.Press([], "test");
        Assert.Contains("黑屏", (string)(await AskAsync(site, "panel.clock"))["panels"]![0]!["trouble"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Night_WhenItsHourHasCome_SetsTheCard()
    {
        await using var site = await StartAsync(0, static settings => settings);
        await SetAsync(site);
        site.Panel.Card.Clock.SetWall(site.Panel.Card.Clock.Wall.AddHours(1));
        var hour = DateTimeOffset.Parse("2026-09-06T04:10:00+08:00", null);
        site.SiteTime.SetUtcNow(hour);

        // Quartz arms its timer on a thread of its own, so the fake clock is nudged on until what it wakes has happened.
        using var real = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        for (var tick = 1; !(Clock(site) is { SetAt: { } at, OffSeconds: not null } && at >= hour) && await real.WaitForNextTickAsync(Token); tick++)
        {
            if (tick % TicksANight == 0)
            {
                site.SiteTime.SetUtcNow(hour.AddDays(tick / TicksANight));
            }

            site.SiteTime.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(Clock(site).OffSeconds!.Value, -5, 5);
    }

    private static CardClockState Clock(SiteOnLoopback site) => site.Site.Board.Now[0].Clock;

    /// <summary>A site in the morning, and a card that is so many seconds fast and stands still, as the clock of the site does.</summary>
    private static Task<SiteOnLoopback> StartAsync(
        int off, Func<SiteSettings, SiteSettings>? set = null, DateTimeOffset? start = null, LoopbackPanel? panel = null) => SiteOnLoopback.StartAsync(
        set ?? (static settings => settings with { Quartz = false }), Always, Token, start: start ?? Morning, panel: (panel ?? new LoopbackPanel()) with
        {
            Ready = card =>
            {
                card.Clock.Hold();
                card.Clock.SetWall(new DateTime(2026, 9, 5, 8, 0, 0).AddSeconds(off));
            },
        });

    /// <summary>Waits until the clock of the card was set and read again.</summary>
    private static async Task<PanelState> SetAsync(SiteOnLoopback site)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, Token);
        return (await site.Site.Board.WaitAsync(now => now.Count == 1 && now[0].Clock is { SetAt: not null, OffSeconds: not null }, either.Token))[0];
    }

    private static async Task<JsonObject> AskAsync(SiteOnLoopback site, string verb, params (string Name, JsonNode Value)[] members)
    {
        var request = new JsonObject { ["verb"] = verb };
        foreach (var (name, value) in members)
        {
            request[name] = value;
        }

        var answer = await ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), request, TimeProvider.System, Token);
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        return answer;
    }

    /// <summary>What a collector reads for a panel. Other tests of this process have sites too; the last one is taken.</summary>
    private static long? Offset(string panel)
    {
        long? read = null;
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listening) =>
            {
                if (instrument is { Meter.Name: SiteMeter.Name, Name: "signage.panel.clock.offset" })
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => read = tags[0].Value as string == panel && (read is null || value == 0) ? value : read);
        listener.Start();
        listener.RecordObservableInstruments();
        return read;
    }
}
