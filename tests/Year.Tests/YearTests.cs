using Signage.Controller.Hosting;
using Signage.Protocols.Profiles;
using Signage.Storage;
using Year.Tests.Making;
using Year.Tests.Oracle;
using Year.Tests.Sites;
using Year.Tests.Walks;

namespace Year.Tests;

/// <summary>
/// A site with 200 slots on 8 panels, walked through minute by minute: what it wants on each panel looks like what an oracle says that was written from the documents
/// alone. On the way the power fails, clocks are set, people edit, and the site moves to other zones.
/// </summary>
public sealed class YearTests(ITestOutputHelper output)
{
    private const int Slots = 200;

    public static TheoryData<YearStretch> Stretches => [.. YearStretch.Asked];

    private static YearStretch Weekend => new("Europe/Berlin", new DateOnly(2026, 3, 28), 2, 7);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Stretches))]
    public async Task Site_WhenWalkedThroughMinuteByMinute_WantsWhatTheOracleSays(YearStretch stretch)
    {
        var walk = await WalkAsync(stretch, stretch.Home, true);
        output.WriteLine(walk.Told);
        Assert.True(walk.Differences.Count == 0, string.Join('\n', walk.Differences));
        Assert.True(walk.Pictures > stretch.Days * 20, $"{walk.Pictures} pictures are too few to prove anything");
    }

    [Fact]
    public async Task Walk_WhenTheSiteLivesInAnotherZone_FindsIt() =>
        Assert.NotEmpty((await WalkAsync(Weekend, SiteHome.Of("America/New_York"), false)).Differences);

    [Fact]
    public async Task Walk_WhenTheSiteLostOneSlot_FindsIt()
    {
        var walk = await WalkAsync(Weekend, Weekend.Home, false, async site =>
        {
            site.Clock.Now = Weekend.Start.AddHours(12);
            var winner = (await site.NowAsync(Token)).SelectMany(answer => answer.Winners).First();
            await site.Book.As(Actor.Site).RemoveSlotsAsync([winner], Token);
        });
        Assert.NotEmpty(walk.Differences);
    }

    private static async Task<YearWalk> WalkAsync(YearStretch stretch, SiteHome home, bool eventful, Func<YearSite, Task>? spoil = null)
    {
        var chance = new Random(stretch.Seed);
        var catalog = new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(home.Settings("").Profiles)).Catalog!;
        var words = new WordsMaker(chance);
        var slots = new SlotMaker(chance, stretch.First, stretch.Days);
        var contents = new YearContents(YearPanels.All);
        foreach (var programme in words.Make(stretch.Start))
        {
            contents.Add(programme);
        }

        foreach (var approval in words.Approvals)
        {
            contents.Add(approval);
        }

        foreach (var slot in slots.Make(Slots, [.. contents.Programmes.Keys]))
        {
            contents.Add(slot);
        }

        var calendars = home.Settings("").Calendars;
        using var lighting = new Lighting(catalog);
        var day = new DayWords(
            new Notices(await File.ReadAllLinesAsync(Path.Combine(calendars, "statutory-days.csv"), Token)), await File.ReadAllLinesAsync(Path.Combine(calendars, "named-days.csv"), Token));
        var oracle = new PlanReading(contents, new DayReading(day), lighting);
        await using var site = await YearSite.StartAsync(catalog, home, contents, words.Approvals, Token);
        await (spoil?.Invoke(site) ?? Task.CompletedTask);
        var walk = new YearWalk(stretch, site, oracle, eventful ? new YearEvents(chance, site, contents, slots, words) : null);
        await walk.RunAsync(Token);
        return walk;
    }
}
