using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Dispatch;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Planning;
using Signage.Core.Programmes;

namespace Signage.Controller.Tests.Control;

/// <summary>Policies at a running site, down to the card of a panel. It is eight in the morning of 5 September there, and charity-09 plays.</summary>
public sealed class PolicyVerbTests
{
    private static readonly Slot Always = new("base", "charity-09", [], SlotTime.Always, Priority.Base);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Quiet_WhenItIsAddedAndTakenAway_DarkensAndBringsBackTheVerySameShow()
    {
        await using var site = await StartAsync(Always);
        var before = await site.SentAsync("charity-09", Token);

        Assert.True((bool)(await AddAsync(site, """{"id":"day","kind":"quiet","times":"07:00-09:00"}"""))["ok"]!);
        var dark = await site.SentAsync("", Token);
        Assert.True(dark.Desired!.IsDark);
        Assert.Contains("静默规定不亮：day 07:00-09:00", dark.Ruling!, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 9, 5, 9, 0, 0, TimeSpan.FromHours(8)), dark.Decision!.Until);
        var told = Assert.Single((await AskAsync(site, """{"verb":"status"}"""))["panels"]!.AsArray())!;
        Assert.Contains("07:00-09:00", (string?)told["ruling"], StringComparison.Ordinal);
        Assert.Empty(told["items"]!.AsArray());

        // Dark by a policy is as it should be: nobody is called out at night.
        Assert.Equal(("sent", null), ((string?)told["light"], (string?)told["refusal"]));

        Assert.True((bool)(await AskAsync(site, """{"verb":"policy.remove","policy":"day"}"""))["ok"]!);
        var after = await site.SentAsync("charity-09", Token);
        Assert.Equal(before.Desired!.Digest, after.Desired!.Digest);
        Assert.Null(after.Ruling);
    }

    [Fact]
    public async Task Quiet_WhenItsTimeComesAndGoes_DarkensByItselfAndBringsBackTheVerySameShow()
    {
        await using var site = await StartAsync(Always);
        var before = await site.SentAsync("charity-09", Token);
        await AddAsync(site, """{"id":"late","kind":"quiet","times":"09:00-10:00"}""");
        await UntilAsync(site, state => state.Decision!.Until == new DateTimeOffset(2026, 9, 5, 9, 0, 0, TimeSpan.FromHours(8)));

        site.SiteTime.SetUtcNow(new DateTimeOffset(2026, 9, 5, 9, 0, 0, TimeSpan.FromHours(8)));
        await site.SentAsync("", Token);
        site.SiteTime.SetUtcNow(new DateTimeOffset(2026, 9, 5, 10, 0, 0, TimeSpan.FromHours(8)));
        Assert.Equal(before.Desired!.Digest, (await site.SentAsync("charity-09", Token)).Desired!.Digest);
    }

    /// <summary>Down to the card: dimmer while it binds, at its brightest when it is gone, and the same words all the time.</summary>
    [Fact]
    public async Task Brightness_WhenItIsAddedAndTakenAway_DimsTheCardAndBrightensItAgain()
    {
        await using var site = await StartAsync(Always);
        var before = await site.SentAsync("charity-09", Token);
        await AddAsync(site, """{"id":"dim","kind":"brightness","percent":40,"times":"07:00-09:00"}""");
        await BrightAsync(site, level => level == 6);
        site.SiteTime.SetUtcNow(new DateTimeOffset(2026, 9, 5, 9, 0, 0, TimeSpan.FromHours(8)));
        await BrightAsync(site, level => level == 15);
        await AddAsync(site, """{"id":"dimmer","kind":"brightness","percent":1}""");
        await BrightAsync(site, level => level == 1);
        Assert.True((bool)(await AskAsync(site, """{"verb":"policy.remove","policy":"dimmer"}"""))["ok"]!);
        Assert.True((bool)(await AskAsync(site, """{"verb":"policy.remove","policy":"dim"}"""))["ok"]!);
        await BrightAsync(site, level => level == 15);
        Assert.Equal(before.Desired!.Digest, (await site.SentAsync("charity-09", Token)).Desired!.Digest);
    }

    [Theory]
    [InlineData("", "charity-01")]
    [InlineData(""", "strict":true""", "")]
    public async Task Quiet_WhenAWarningIsOpen_LightsItUnlessItIsStrict(string strict, string lit)
    {
        await using var site = await StartAsync(Always, new Slot("warning", "charity-01", [], SlotTime.Always, Priority.Emergency));
        await AddAsync(site, $$"""{"id":"day","kind":"quiet"{{strict}}}""");
        await UntilAsync(site, state => state.IsSent && state.Desired!.IsDark == (lit.Length == 0));
        Assert.Equal(lit.Length == 0, (await site.SentAsync(lit, Token)).Desired!.IsDark);
    }

    [Fact]
    public async Task Road_WhenItBinds_LetsNothingMoveAndNoStillHurry()
    {
        var programme = new Programme("strip", [CharityPack.Instance.Slogans[8].ToRevision()], new ShowStyle(Effect.ContinuousLeft, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(1)));
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, [Always with { ProgrammeId = "strip" }], Token, [programme]);
        var before = await site.SentAsync("charity-09", Token);
        Assert.Equal(Effect.ContinuousLeft, Assert.Single(before.Desired!.Loop).Effect);

        await AddAsync(site, """{"id":"road","kind":"road","stay":20,"step":30,"still":true}""");
        var after = await UntilAsync(site, state => state.IsSent && state.Desired!.Digest != before.Desired.Digest);
        Assert.False(after.Desired!.IsDark);
        Assert.All(after.Desired.Loop, page => Assert.Equal((Effect.Static, true), (page.Effect, page.Stay >= TimeSpan.FromSeconds(20))));
    }

    /// <summary>The card has one colour: words of mourning alone are left, and the tone may be said at any time.</summary>
    [Fact]
    public async Task Memorial_WhenItBinds_LeavesSolemnWordsAndGivesBackTheVerySameShow()
    {
        await using var site = await StartAsync(Always, new Slot("party", "charity-01", [], SlotTime.Always, Priority.Urgent));
        await AskAsync(site, """{"verb":"slogan.tone","programme":"charity-01","tone":"joyful"}""");
        var before = await site.SentAsync("charity-01", Token);
        await AddAsync(site, """{"id":"mourning","kind":"memorial","days":"date:9-5"}""");
        var dark = await site.SentAsync("", Token);
        Assert.True(dark.Desired!.IsDark);
        Assert.Contains("按哀悼规定暂停：party（mourning 00:00-24:00）", dark.Ruling!, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 9, 6, 0, 0, 0, TimeSpan.FromHours(8)), dark.Decision!.Until);

        await AskAsync(site, """{"verb":"slogan.tone","programme":"charity-09","tone":"solemn"}""");
        var solemn = await site.SentAsync("charity-09", Token);
        Assert.False(solemn.Desired!.IsDark);
        Assert.Contains("party", solemn.Ruling!, StringComparison.Ordinal);
        var row = Assert.Single((await AskAsync(site, """{"verb":"plan","at":"2026-09-05T08:00:00+08:00"}"""))["decisions"]!.AsArray())!;
        Assert.Equal(("base", "party"), ((string?)row["why"]![0], (string?)row["paused"]![0]));
        Assert.Contains("party", (string?)row["sentence"], StringComparison.Ordinal);

        site.SiteTime.SetUtcNow(new DateTimeOffset(2026, 9, 6, 0, 0, 0, TimeSpan.FromHours(8)));
        Assert.Equal(before.Desired!.Digest, (await site.SentAsync("charity-01", Token)).Desired!.Digest);
    }

    [Fact]
    public async Task Memorial_WhenNoDaysAreNamed_BindsOnTheNationalMemorialDay()
    {
        await using var site = await StartAsync(Always);
        await AddAsync(site, """{"id":"mourning","kind":"memorial"}""");
        var rows = (await AskAsync(site, """{"verb":"plan","at":"2026-12-12T12:00:00+08:00","days":2}"""))["decisions"]!.AsArray();
        Assert.Equal(
            [("12-12T12:00", ""), ("12-13T00:00", "mourning"), ("12-14T00:00", "")],
            rows.Take(3).Select(row => (((string)row!["at"]!)[5..16], string.Join(' ', row["policies"]!.AsArray().Select(id => (string)id!)))));
    }

    [Theory]
    [InlineData("""{"verb":"slogan.tone","programme":"nobody","tone":"plain"}""", "nobody")]
    [InlineData("""{"verb":"slogan.tone","programme":"charity-01","tone":"loud"}""", "loud")]
    public async Task Tone_WhenItIsWrong_IsRefusedInOneLine(string request, string told)
    {
        await using var site = await StartAsync(Always);
        var answer = await AskAsync(site, request);
        Assert.False((bool)answer["ok"]!);
        Assert.Contains(told, (string?)answer["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_WhenPoliciesBind_SaysWhichDarkensWhatAndHowBright()
    {
        await using var site = await StartAsync(Always);
        await AddAsync(site, """{"id":"night","kind":"quiet","times":"22:00-06:00"}""");
        await AddAsync(site, """{"id":"dim","kind":"brightness","percent":40,"times":"20:00-23:00"}""");
        var rows = (await AskAsync(site, """{"verb":"plan","at":"2026-09-05T08:00:00+08:00","days":1}"""))["decisions"]!.AsArray();
        Assert.Equal(
            [("08:00", 1, 100, ""), ("20:00", 1, 40, "dim"), ("22:00", 0, 40, "dim night"), ("23:00", 0, 100, "night"), ("06:00", 1, 100, "")],
            rows.Take(5).Select(row => (((string)row!["at"]!)[11..16], row["items"]!.AsArray().Count, (int)row["brightness"]!, string.Join(' ', row["policies"]!.AsArray().Select(id => (string)id!)))));
        Assert.Equal(rows.Take(4).Select(row => (string)row!["until"]!), rows.Skip(1).Take(4).Select(row => (string)row!["at"]!));

        var night = Assert.Single((await AskAsync(site, """{"verb":"plan","at":"2026-09-05T22:30:00+08:00"}"""))["decisions"]!.AsArray())!;
        Assert.Contains("东门按静默规定 night 22:00-06:00 不亮，排期 base", (string?)night["sentence"], StringComparison.Ordinal);
        Assert.Contains("night 22:00-06:00", (string?)night["dark"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WhenThereAreSome_TellsWhatTheyAskForAndWhoMadeThem()
    {
        await using var site = await StartAsync(Always);
        await AddAsync(site, """{"id":"exam","kind":"quiet","days":"day:高考","tags":["考点"]}""");
        var row = Assert.Single((await AskAsync(site, """{"verb":"policy.list"}"""))["policies"]!.AsArray())!;
        Assert.Equal(("exam", "site", "quiet", false, "day:高考"), ((string?)row["id"], (string?)row["owner"], (string?)row["kind"], (bool)row["strict"]!, (string?)row["days"]));
        Assert.Contains("本机管理员", (string?)row["addedBy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WhenItBindsNothingNow_SaysSo()
    {
        await using var site = await StartAsync(Always);
        var notes = (await AddAsync(site, """{"id":"exam","kind":"quiet","days":"day:会考","tags":["考点"]}"""))["notes"]!.AsArray().Select(note => (string)note!).ToArray();
        Assert.Contains(notes, note => note.Contains("考点", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.Contains("会考", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"id":"a","kind":"loud"}""", "loud")]
    [InlineData("""{"id":"a","kind":"brightness"}""", "percent")]
    [InlineData("""{"id":"a","kind":"brightness","percent":0}""", "1 到 100")]
    [InlineData("""{"id":"a","kind":"brightness","percent":101}""", "1 到 100")]
    [InlineData("""{"id":"a","kind":"quiet","percent":50}""", "percent")]
    [InlineData("""{"id":"a","kind":"road","strict":true}""", "strict")]
    [InlineData("""{"id":"a","kind":"road","stay":61}""", "1 到 60")]
    [InlineData("""{"id":"a","kind":"quiet","times":"25:00-"}""", "25:00")]
    [InlineData("""{"id":"a","kind":"quiet","days":"someday"}""", "someday")]
    [InlineData("""{"id":"a","kind":"quiet","panels":["cellar"]}""", "cellar")]
    [InlineData("""{"id":"a","kind":"quiet","times":"sunset-"}""", "Signage:Place:Latitude")]
    [InlineData("""{"id":"a","kind":"quiet","owner":"centre"}""", "owner")]
    public async Task Add_WhenItIsWrong_IsRefusedInOneLineAndNothingIsKept(string policy, string why)
    {
        await using var site = await StartAsync(Always);
        var refused = await AddAsync(site, policy);
        Assert.False((bool)refused["ok"]!);
        Assert.Contains(why, (string)refused["error"]!, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', (string)refused["error"]!);
        Assert.Empty((await AskAsync(site, """{"verb":"policy.list"}"""))["policies"]!.AsArray());
    }

    private static async Task<PanelState> UntilAsync(SiteOnLoopback site, Func<PanelState, bool> holds)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, Token);
        return (await site.Site.Board.WaitAsync(now => now.Count == 1 && now[0].Decision is not null && holds(now[0]), either.Token))[0];
    }

    private static Task<SiteOnLoopback> StartAsync(params Slot[] slots) => SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, slots, Token);

    /// <summary>Waits until the card is so bright, in its own steps.</summary>
    private static async Task BrightAsync(SiteOnLoopback site, Func<int, bool> isWanted)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        for (var tick = 0; !isWanted(site.Panel.Card.Read().Brightness); tick++)
        {
            Assert.True(tick < 3_000, $"the card stays at {site.Panel.Card.Read().Brightness}");
            await timer.WaitForNextTickAsync(Token);
        }
    }

    private static Task<JsonObject> AddAsync(SiteOnLoopback site, string policy) => AskAsync(site, $$"""{"verb":"policy.add","policy":{{policy}}}""");

    private static Task<JsonObject> AskAsync(SiteOnLoopback site, string request) =>
        ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), JsonNode.Parse(request)!.AsObject(), TimeProvider.System, Token);
}
