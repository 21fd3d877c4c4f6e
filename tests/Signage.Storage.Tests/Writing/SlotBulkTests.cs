using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Text;

namespace Signage.Storage.Tests.Writing;

public sealed class SlotBulkTests : IDisposable
{
    private readonly SiteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    /// <summary>The rows that go past the change tracker are the rows that it would have written, column for column.</summary>
    [Fact]
    public async Task AddSlotsAsync_WhenAllFit_StoresTheVeryRowsThatOneByOneWould()
    {
        await using (var one = await OpenAsync("one.db"))
        {
            foreach (var slot in SampleSite.All.Slots)
            {
                Assert.IsType<StoreAnswer.Stored>(await one.As(Actor.Site).AddSlotAsync(slot, Token));
            }
        }

        await using (var bulk = await OpenAsync("bulk.db"))
        {
            Assert.IsType<StoreAnswer.Stored>(await bulk.As(Actor.Site).AddSlotsAsync(SampleSite.All.Slots, false, Token));
            Assert.Equal(SampleSite.Tell(SampleSite.All), SampleSite.Tell(await bulk.ReadAsync(Token)));
            Assert.Empty(await bulk.CheckAsync(Token));
        }

        foreach (var table in (string[])["slots", "slot_panels"])
        {
            var ask = $"SELECT * FROM {table} ORDER BY 1, 2";
            Assert.NotEmpty(SiteFolder.Sql(_folder.In("bulk.db"), ask));
            Assert.Equal(SiteFolder.Sql(_folder.In("one.db"), ask), SiteFolder.Sql(_folder.In("bulk.db"), ask));
        }
    }

    [Fact]
    public async Task AddSlotsAsync_WhenSomeDoNotFit_NamesEachWithItsPlaceAndStoresNone()
    {
        await using var store = await OpenAsync("site.db");
        await store.As(Actor.Site).AddSlotAsync(SampleSite.Always, Token);
        Slot[] slots =
        [
            SampleSite.Always with { Id = "good" }, SampleSite.Always, SampleSite.Always with { Id = "good" }, SampleSite.Always with { Id = "a", ProgrammeId = "none" },
            SampleSite.Always with { Id = "b", Panels = [new PanelId("ghost")] }, SampleSite.Always with { Id = "" }, SampleSite.Dark with { Id = "dark" },
        ];

        var refused = Assert.IsType<StoreAnswer.Refused>(await store.As(Actor.Site).AddSlotsAsync(slots, false, Token));

        Assert.Equal(
            $"slots[1]: {Words.SlotTaken.With("always")}; slots[2]: {Words.SlotTwice.With("good")}; slots[3]: {Words.SlotWithoutProgramme.With("a", "none")}; "
            + $"slots[4]: {Words.SlotPanelsUnknown.With("b", "ghost")}; slots[5]: {Words.SlotNeedsId}",
            refused.Reason);
        Assert.Equal(["always"], (await store.ReadAsync(Token)).Slots.Select(slot => slot.Id));
    }

    [Fact]
    public async Task AddSlotsAsync_WhenHundredsDoNotFit_NamesTwentyAndCountsTheRest()
    {
        await using var store = await OpenAsync("site.db");
        var refused = Assert.IsType<StoreAnswer.Refused>(await store.As(Actor.Site).AddSlotsAsync([.. Many(300).Select(slot => slot with { ProgrammeId = "none" })], false, Token));
        Assert.Contains("slots[19]: ", refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("slots[20]", refused.Reason, StringComparison.Ordinal);
        Assert.EndsWith(Words.MoreRefusals.With(280), refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddSlotsAsync_WhenItOnlyChecks_StoresNoneAndCountsNoEdit()
    {
        await using var store = await OpenAsync("site.db");
        var before = await File.ReadAllBytesAsync($"{_folder.In("site.db")}.head", Token);
        Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddSlotsAsync(Many(5), true, Token));
        Assert.Empty((await store.ReadAsync(Token)).Slots);
        Assert.Equal(before, await File.ReadAllBytesAsync($"{_folder.In("site.db")}.head", Token));
    }

    /// <summary>Many slots are one writing, as one is.</summary>
    [Fact]
    public async Task AddSlotsAsync_WhenThousandsFit_IsOneEditAndIsThereAfterwards()
    {
        await using (var store = await OpenAsync("site.db"))
        {
            var before = Edits();
            Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddSlotsAsync(Many(3000), false, Token));
            Assert.Equal(before + 1, Edits());
        }

        await using var again = await _folder.OpenAsync(_folder.In("site.db"));
        Assert.Equal(3000, (await again.ReadAsync(Token)).Slots.Count(slot => slot.Panels.Count == 2));
    }

    private static Slot[] Many(int count) => [.. Enumerable.Range(0, count).Select(n => SampleSite.Night with { Id = $"s{n}" })];

    private long Edits() => long.Parse(File.ReadAllText($"{_folder.In("site.db")}.head").Split('\n')[1][..19], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<SiteStore> OpenAsync(string name)
    {
        var store = await _folder.OpenAsync(_folder.In(name));
        await store.As(Actor.Site).ImportOnceAsync("sample", SampleSite.All with { Slots = [] }, Token);
        return store;
    }
}
