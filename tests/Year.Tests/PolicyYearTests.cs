using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Controller.Scheduling;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Protocols.Profiles;
using Signage.Renderer.Shows;
using Year.Tests.Making;
using Year.Tests.Oracle;
using Year.Tests.Sites;
using Year.Tests.Walks;

namespace Year.Tests;

/// <summary>
/// Slots of every origin and policies of every kind on 8 panels through ten years: no show breaks a policy, and none is darker than the policies make it. From boundary to boundary
/// through some days, and at instants picked from all of them; <c>SIGNAGE_POLICY_YEARS=10</c> goes from boundary to boundary through all ten years.
/// </summary>
public sealed class PolicyYearTests(ITestOutputHelper output)
{
    private const int Slots = 64;
    private const int Policies = 12;
    private const int Years = 10;
    private const int Picked = 60;
    private const int SampledDays = 4;

    // Every night there is something that may break the silence.
    private static readonly SlotEntry Warning = new("warning", "charity-01", Times: "23:00-23:20", Priority: "emergency");
    private static readonly DateOnly First = new(2020, 1, 1);
    private static readonly DateOnly Mourning = new(2026, 12, 11);

    /// <summary>Seed, zone, and a day at which the walk begins: clocks are put forward or back, or the examination is on.</summary>
    public static TheoryData<int, string, string> Sites => new()
    {
        { 1, "Asia/Shanghai", "2026-06-06" },
        { 2, "Europe/Berlin", "2026-03-28" },
        { 3, "Australia/Lord_Howe", "2026-04-04" },
        { 4, "America/St_Johns", "2026-10-31" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task Shows_WhenPoliciesBind_BreakNone(int seed, string zone, string day)
    {
        var sown = Number("SIGNAGE_SEED") is { } more ? (more * 100) + seed : seed;
        var chance = new Random(sown);
        var walk = await WalkAsync(chance, SiteHome.Of(zone), Policies);
        for (var at = 0; at < Picked; at++)
        {
            walk.Walk.Look(Start(First).AddSeconds(chance.NextInt64(Years * 366L * 24 * 60 * 60)));
        }

        var (from, days) = Number("SIGNAGE_POLICY_YEARS") is { } years
            ? (First, years * 366) : (DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), SampledDays);
        walk.Walk.Through(Start(from), Start(from).AddDays(days));
        walk.Walk.Through(Start(Mourning), Start(Mourning).AddDays(SampledDays));
        walk.Renderer.Dispose();
        output.WriteLine($"seed {sown}, {zone}: {walk.Walk.Told}");
        Assert.True(walk.Walk.Differences.Count == 0, $"seed {sown}, {zone}\n" + string.Join('\n', walk.Walk.Differences));
        Assert.All(["dark by policy", "dimmed", "calm", "as planned", "paused", "lit in mourning", "the same again by its digest"], what => Assert.True(walk.Walk.Seen(what) > 0, $"{what} was never seen: {walk.Walk.Told}"));
    }

    [Fact]
    public async Task Shows_WhenAWarningBreaksTheSilence_AreTheWarningAlone()
    {
        var walk = await WalkAsync(new Random(7), SiteHome.Of("Asia/Shanghai"), 0);
        walk.Walk.Through(Start(new DateOnly(2026, 9, 4)), Start(new DateOnly(2026, 9, 14)));
        walk.Renderer.Dispose();
        Assert.Empty(walk.Walk.Differences);
        Assert.True(walk.Walk.Seen("warnings in a quiet time") > 0, walk.Walk.Told);
    }

    /// <summary>A walk that finds nothing proves nothing unless it finds what is wrong.</summary>
    [Theory]
    [InlineData("night")]
    [InlineData("exam")]
    [InlineData("dim")]
    [InlineData("road")]
    [InlineData("mourning", "2026-12-12")]
    public async Task Walk_WhenTheSiteLostOnePolicy_FindsIt(string lost, string day = "2026-06-06")
    {
        var walk = await WalkAsync(new Random(7), SiteHome.Of("Asia/Shanghai"), 0, lost);
        var from = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        walk.Walk.Through(Start(from), Start(from.AddDays(3)));
        walk.Renderer.Dispose();
        Assert.NotEmpty(walk.Walk.Differences);
    }

    private static async Task<(PolicyWalk Walk, ShowRenderer Renderer)> WalkAsync(Random chance, SiteHome home, int more, string? lost = null)
    {
        var settings = home.Settings("");
        var catalog = new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(settings.Profiles)).Catalog!;
        var words = new WordsMaker(chance);
        var programmes = words.Make(Start(First));
        var slots = new SlotMaker(chance, First, Years * 366).Make(Slots, [.. programmes.Select(programme => programme.Id)]);
        var policies = new PolicyMaker(chance, First).Make(more);
        var plan = Plan.Empty(SiteZone.Find(settings.TimeZone)) with
        {
            Calendar = SiteFounding.Calendar(settings),
            Sun = SiteZone.Sun(settings),
            Programmes =
            [
                .. programmes.Select((programme, at) => (at % 3 == 0 ? programme with { Style = new ShowStyle(Effect.Blink, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(1)) } : programme)
                    with { Tone = (at % 5) switch { 1 => Tone.Joyful, 3 => Tone.Solemn, _ => Tone.Plain } }),
            ],
            Slots = [.. slots.Append(Warning).Select(slot => slot.ToSlot())],
            PanelTags = YearPanels.All.ToDictionary(panel => panel.Id, panel => panel.Tags),
        };
        var lines = await Task.WhenAll(new[] { "statutory-days.csv", "named-days.csv" }.Select(name => File.ReadAllLinesAsync(Path.Combine(settings.Calendars, name), Token)));
        var oracle = new PolicyReading(policies, new OpenSlots(home.Sky, new DayReading(new DayWords(new Notices(lines[0]), lines[1]))));

        // Every other one is the centre's: whose a policy is makes no difference to what it asks for.
        var book = new PolicyBook([.. policies.Where(policy => policy.Id != lost).Select((policy, at) => policy.ToPolicy("test", Start(First)) with { Owner = at % 2 == 0 ? PolicyOwner.Site : PolicyOwner.Centre })], plan);
        var renderer = new ShowRenderer();
        var door = new ShowDoor(renderer, new Gate(new Approvals([.. words.Approvals.Select(approval => approval.RevisionDigest)])), NullLogger.Instance);
        return (new PolicyWalk(new SitePicture(YearPanels.All, plan) { Policies = book }, door, catalog, oracle), renderer);
    }

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private sealed class Approvals(HashSet<RevisionDigest> approved) : IApprovalPolicy
    {
        private readonly PackApprovalPolicy _pack = new(CharityPack.Instance);

        public string? Complaint(Revision revision) => approved.Contains(revision.Digest) ? null : _pack.Complaint(revision);
    }
}
