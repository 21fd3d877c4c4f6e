using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Controller.Tests.Control;

/// <summary>What a site says that its panels will light, held against what it wants when the time has come. It is eight in the morning of 5 September there.</summary>
public sealed class PlanShowTests
{
    private static readonly Programme Unapproved = new("rumour", [new Revision("rumour", "没有批准的字")], ShowStyle.Automatic);
    private static readonly Programme Pair = new("pair", [CharityPack.Instance.Slogans[4].ToRevision(), CharityPack.Instance.Slogans[5].ToRevision()], ShowStyle.Automatic);

    private static readonly Slot[] Slots =
    [
        new("base", "charity-09", [], SlotTime.Always, Priority.Base),
        Daily("one", "charity-01", "09:00-10:00"),
        Daily("two", "charity-02", "10:00-11:00"),
        Daily("three", "pair", "10:00-11:00,15:00-16:00"),
        Daily("four", "rumour", "11:00-12:00"),
        Daily("five", "", "12:00-13:00") with { Priority = Priority.Blank },
        Daily("gate", "charity-03", "13:00-14:00") with { Panels = [new PanelId("gate")] },
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Pages to a BX-6, frames to a WLED, an application to an AWTRIX; approvals, base slots, silence and a road policy on the way.</summary>
    [Fact]
    public async Task Plan_OfAnInstantToCome_NamesTheDigestThatIsDesiredThen()
    {
        await using var site = await StartAsync(Slots);
        await AddPanelAsync(site, "wall", "wled/esp32", "64x32xrgb", "udp://127.0.0.1:9");
        await AddPanelAsync(site, "lamp", "awtrix/awtrix3-http", "32x8xrgb", "http://127.0.0.1:9");
        await AddPolicyAsync(site, """{"id":"still","kind":"road","stay":10,"still":true,"times":"15:00-16:00"}""");
        await AddPolicyAsync(site, """{"id":"exam","kind":"quiet","times":"14:00-15:00"}""");
        DateTimeOffset[] instants = [.. Enumerable.Range(9, 8).Select(hour => new DateTimeOffset(2026, 9, 5, hour, 30, 0, TimeSpan.FromHours(8)))];
        var foretold = new List<Dictionary<string, string?>>();
        foreach (var instant in instants)
        {
            foretold.Add(Digests((await PlanAsync(site, instant))["decisions"]!, "digest"));
        }

        Assert.All(foretold, digests => Assert.Equal(["gate", "lamp", "wall"], digests.Keys.Order()));
        Assert.InRange(foretold.Select(digests => digests["gate"]).Distinct().Count(), 6, 8);
        foreach (var (instant, digests) in instants.Zip(foretold))
        {
            site.SiteTime.SetUtcNow(instant);
            await SettledAsync(site, instant);
            Assert.Equal(digests, Digests((await AskAsync(site, """{"verb":"status"}"""))["panels"]!, "desired"));
        }
    }

    [Fact]
    public async Task Plan_WithPages_BringsTheVeryPagesThatAreDesired()
    {
        await using var site = await StartAsync(Slots);
        var instant = new DateTimeOffset(2026, 9, 5, 10, 30, 0, TimeSpan.FromHours(8));
        var row = Assert.Single((await PlanAsync(site, instant, "pages"))["decisions"]!.AsArray())!;
        var (face, loop) = ShowForm.Read(row["pages"], (string?)row["digest"]);

        site.SiteTime.SetUtcNow(instant);
        var desired = (await SettledAsync(site, instant))[0].Desired!;
        Assert.Equal((desired.Face, desired.Digest), (face, ShowDigest.Of(loop)));
        Assert.Equal(PageRun.Join(desired.Loop), loop);
        Assert.Throws<FormatException>(() => ShowForm.Read(row["pages"], new string('0', 64)));
    }

    [Fact]
    public async Task Plan_WithAGlass_ShowsItWhenTheFirstPageIsThere()
    {
        var words = new Programme("in", [CharityPack.Instance.Slogans[1].ToRevision()], new ShowStyle(Effect.MoveLeft));
        await using var site = await StartAsync([Daily("in", "in", "09:00-10:00")], words);
        await AddPanelAsync(site, "hall", "onbon/bx-6e2", "320x16x1", "tcp://127.0.0.1:9");
        var rows = (await PlanAsync(site, new DateTimeOffset(2026, 9, 5, 9, 30, 0, TimeSpan.FromHours(8)), "glass"))["decisions"]!.AsArray();
        var (face, glass) = ShowForm.ReadGlass(rows[1]!["glass"]);
        Assert.Equal(("320x16x1", "hall", "none", false), (face.ToString(), (string?)rows[1]!["name"], (string?)rows[1]!["rest"], glass.IsDark));

        // The words are too long for the gate to move in whole, and there is no base.
        Assert.True(ShowForm.ReadGlass(rows[0]!["glass"]).Glass.IsDark);
        Assert.Contains("in", (string?)rows[0]!["refusal"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11:30", "改放基础节目")]
    [InlineData("14:30", "exam 14:00-15:00")]
    [InlineData("09:30", null)]
    public async Task Plan_OfAnInstant_SaysWhyItIsNotWhatWasPlanned(string time, string? refusal)
    {
        await using var site = await StartAsync(Slots);
        await AddPolicyAsync(site, """{"id":"exam","kind":"quiet","times":"14:00-15:00"}""");
        var row = Assert.Single((await PlanAsync(site, DateTimeOffset.Parse($"2026-09-05T{time}+08:00", null)))["decisions"]!.AsArray())!;
        var told = (string?)(row["refusal"] ?? row["ruling"]);
        Assert.Equal(refusal is null, told is null);
        Assert.Contains(refusal ?? "", told ?? "", StringComparison.Ordinal);
    }

    /// <summary>What is lit is told as playing, and what nobody approved is not.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Plan_WhenWordsAreRefused_NamesTheBaseSlotThatPlays(int days)
    {
        await using var site = await StartAsync([.. Slots, Daily("warm", "charity-04", "11:00-12:00"), Daily("rumours", "rumour", "11:00-12:00") with { Priority = Priority.Urgent }]);
        var plan = await AskAsync(site, $$"""{"verb":"plan","at":"2026-09-05T11:30:00+08:00","days":{{days}}}""");
        var row = plan["decisions"]![0]!;
        Assert.Contains("改放 1 条，按基础排期 base，因为排期 rumours 的内容不能上屏", (string?)row["sentence"], StringComparison.Ordinal);
        Assert.EndsWith("; replaced: four, warm)", (string?)row["sentence"], StringComparison.Ordinal);
        Assert.Equal(["rumours"], Texts(row["why"]));
        Assert.Equal(["base"], Texts(row["insteadBy"]));
        Assert.StartsWith("charity-09 ", Assert.Single(Texts(row["instead"])), StringComparison.Ordinal);
        Assert.Equal(["four", "warm"], Texts(row["lost"]));
    }

    [Fact]
    public async Task Plan_WhenWordsAreRefusedAndThereIsNoBase_SaysDark()
    {
        await using var site = await StartAsync([Daily("four", "rumour", "11:00-12:00")]);
        var row = (await PlanAsync(site, new DateTimeOffset(2026, 9, 5, 11, 30, 0, TimeSpan.FromHours(8))))["decisions"]![0]!;
        Assert.Contains("不亮，因为排期 four 的内容不能上屏", (string?)row["sentence"], StringComparison.Ordinal);
        Assert.Empty(Texts(row["instead"]));
    }

    /// <summary>The look ends, and what plays then does not.</summary>
    [Theory]
    [InlineData("2027-02-11T00:00:00+08:00")]
    [InlineData(null)]
    public async Task Plan_OfDays_TellsTheRealEndOfWhatPlaysLast(string? ends)
    {
        DateTimeOffset? bound = ends is null ? null : DateTimeOffset.Parse(ends, null);
        await using var site = await StartAsync([new Slot("long", "charity-01", [], SlotTime.Always with { Ends = bound }), new Slot("night", "charity-02", [], SlotTime.Always with { Ends = bound }, Priority.Base)]);
        await AddPolicyAsync(site, """{"id":"dim","kind":"brightness","percent":50}""");
        var plan = await AskAsync(site, """{"verb":"plan","at":"2026-09-05T08:00:00+08:00","days":7}""");
        var row = Assert.Single(plan["decisions"]!.AsArray())!;
        Assert.Equal((ends, false), ((string?)row["until"], (bool)row["atLeast"]!));
    }

    [Theory]
    [InlineData("""{"verb":"plan","at":"2026-09-05T08:00:00+08:00","show":"film"}""", "film")]
    [InlineData("""{"verb":"plan","at":"2026-09-05T08:00:00+08:00","days":1,"show":"pages"}""", "天数")]
    public async Task Plan_WithPicturesThatThereAreNot_IsRefused(string request, string complaint)
    {
        await using var site = await StartAsync(Slots);
        Assert.Contains(complaint, (string)(await AskAsync(site, request))["error"]!, StringComparison.Ordinal);
    }

    private static string[] Texts(JsonNode? list) => [.. list!.AsArray().Select(text => (string)text!)];

    private static Slot Daily(string id, string programme, string times) => new(id, programme, [], new SlotTime(DailyTimes.Parse(times)));

    private static Dictionary<string, string?> Digests(JsonNode rows, string member) => rows.AsArray().ToDictionary(row => (string)row!["panel"]!, row => (string?)row![member]);

    private static Task<SiteOnLoopback> StartAsync(Slot[] slots, params Programme[] more) =>
        SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, slots, Token, [Unapproved, Pair, .. more]);

    /// <summary>Waits until a round has decided for an instant behind a boundary.</summary>
    private static async Task<IReadOnlyList<Signage.Controller.Dispatch.PanelState>> SettledAsync(SiteOnLoopback site, DateTimeOffset instant)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, Token);
        return await site.Site.Board.WaitAsync(now => now.All(state => state.Decision?.At >= instant), either.Token);
    }

    private static async Task AddPanelAsync(SiteOnLoopback site, string id, string profile, string face, string endpoint)
    {
        var added = await AskAsync(site, $$"""{"verb":"panel.add","unchecked":true,"panel":{"id":"{{id}}","profile":"{{profile}}","face":"{{face}}","endpoint":"{{endpoint}}"} }""");
        Assert.True((bool)added["ok"]!, (string?)added["error"]);
    }

    private static async Task AddPolicyAsync(SiteOnLoopback site, string policy) => Assert.True((bool)(await AskAsync(site, $$"""{"verb":"policy.add","policy":{{policy}}}"""))["ok"]!);

    private static Task<JsonObject> PlanAsync(SiteOnLoopback site, DateTimeOffset at, string? show = null)
    {
        var request = new JsonObject { ["verb"] = "plan", ["at"] = at.ToString("O") };
        if (show is not null)
        {
            request["show"] = show;
        }

        return AskAsync(site, request.ToJsonString());
    }

    private static Task<JsonObject> AskAsync(SiteOnLoopback site, string request) =>
        ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), JsonNode.Parse(request)!.AsObject(), TimeProvider.System, Token);
}
