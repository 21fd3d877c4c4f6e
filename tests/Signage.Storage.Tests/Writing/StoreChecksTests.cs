using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Text;

namespace Signage.Storage.Tests.Writing;

public sealed class StoreChecksTests : IDisposable
{
    private static readonly string Long = new('a', 65);

    private readonly SiteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, Slot> WrongSlots => new()
    {
        { Words.SlotNeedsId, SampleSite.Always with { Id = null! } },
        { Words.SlotNeedsId, SampleSite.Always with { Id = "" } },
        { Words.IdTooLong.With("aaaaaaaaaaaaaaaa", 64), SampleSite.Always with { Id = Long } },
        { Words.SlotHasControl.With("a"), SampleSite.Always with { Id = "a\0" } },
        { Words.SlotHasControl.With("a[31m"), SampleSite.Always with { Id = "a\e[31m" } },
        { Words.SlotHasControl.With("ab"), SampleSite.Always with { Id = "a\nb" } },
        { Words.SlotHasControl.With("ab"), SampleSite.Always with { Id = "a\u2028b" } },
        { Words.SlotHasControl.With("ab"), SampleSite.Always with { Id = "a\u200Bb" } },
        { Words.SlotHasControl.With("ab"), SampleSite.Always with { Id = "a\u202Eb" } },
        { Words.SlotWithoutProgramme.With("s", null), SampleSite.Always with { Id = "s", ProgrammeId = null! } },
        { Words.SlotDaysReversed.With("s", "2026-03-02", "2026-03-01"), SampleSite.Always with { Id = "s", Time = new(DailyRange.WholeDay, new(2026, 3, 2), new(2026, 3, 1)) } },
        { Words.SlotPanelTwice.With("s"), SampleSite.Always with { Id = "s", Panels = [SampleSite.Hall.Id, SampleSite.Hall.Id] } },
    };

    public static TheoryData<string, Programme> WrongProgrammes => new()
    {
        { Words.ProgrammeNeedsId, SampleSite.Plain with { Id = null! } },
        { Words.IdTooLong.With("aaaaaaaaaaaaaaaa", 64), SampleSite.Plain with { Id = Long } },
        { Words.ProgrammeHasControl.With("p"), SampleSite.Plain with { Id = "p\t" } },
        { Words.ProgrammeNoText.With("p"), SampleSite.Plain with { Id = "p", Items = null! } },
        { Words.ProgrammeTextMissing.With("p"), SampleSite.Plain with { Id = "p", Items = [new Revision(null!, "慈善")] } },
        { Words.IdTooLong.With("aaaaaaaaaaaaaaaa", 64), SampleSite.Plain with { Id = "p", Items = [new Revision(Long, "慈善")] } },
    };

    public static TheoryData<string, Panel> WrongPanels => new()
    {
        { Words.PanelNeedsId, SampleSite.Gate with { Id = default } },
        { Words.PanelNeedsName.With("p"), SampleSite.Gate with { Id = new("p"), Name = null! } },
        { Words.PanelNeedsName.With("p"), SampleSite.Gate with { Id = new("p"), Endpoint = null! } },
        { Words.PanelHasControl.With("p"), SampleSite.Gate with { Id = new("p"), Name = "东门\r\n" } },
        { Words.PanelHasControl.With("p"), SampleSite.Gate with { Id = new("p"), Name = "东\e[2J门" } },
        { Words.PanelNameTooLong.With("p", 100), SampleSite.Gate with { Id = new("p"), Name = new string('门', 101) } },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(WrongSlots))]
    public async Task AddSlotAsync_WhenItIsWrong_SaysWhat(string reason, Slot slot) =>
        Assert.Equal(reason, await RefusalAsync(store => store.As(Actor.Site).AddSlotAsync(slot, Token)));

    [Theory]
    [MemberData(nameof(WrongProgrammes))]
    public async Task AddProgrammeAsync_WhenItIsWrong_SaysWhat(string reason, Programme programme) =>
        Assert.Equal(reason, await RefusalAsync(store => store.As(Actor.Site).AddProgrammeAsync(programme, Token)));

    [Theory]
    [MemberData(nameof(WrongPanels))]
    public async Task AddPanelAsync_WhenItIsWrong_SaysWhat(string reason, Panel panel) =>
        Assert.Equal(reason, await RefusalAsync(store => store.As(Actor.Site).AddPanelAsync(panel, Token)));

    /// <summary>Rules made by code and not read from a text have no bounds of their own.</summary>
    [Theory]
    [InlineData(100, 0)]
    [InlineData(1, 40)]
    public async Task AddSlot_WhenItsDaysCouldNotBeReadAgain_IsRefused(int parts, int nots)
    {
        var work = DayRule.Parse("work");
        var rule = Enumerable.Repeat(work, parts).Aggregate(DayRule (all, one) => new DayRule.Either(all, one));
        rule = Enumerable.Range(0, nots).Aggregate(rule, DayRule (inner, _) => new DayRule.Except(inner));
        var slot = SampleSite.Always with { Id = "s", Time = SlotTime.Always with { Days = rule } };
        var reason = await RefusalAsync(store => store.As(Actor.Site).AddSlotAsync(slot, Token));
        Assert.StartsWith(Words.SlotDaysUnreadable.With("s", ""), reason, StringComparison.Ordinal);
    }

    /// <summary>Times made by code may fall between the minutes in which they are written.</summary>
    [Fact]
    public async Task AddSlot_WhenItsTimesCouldNotBeReadAgain_IsRefused()
    {
        var times = new DailyTimes(new DailyRange(DayEdge.Sunset(TimeSpan.FromSeconds(90)), DayEdge.EndOfDay));
        var reason = await RefusalAsync(store => store.As(Actor.Site).AddSlotAsync(SampleSite.Always with { Id = "s", Time = new(times) }, Token));
        Assert.Equal(Words.SlotTimesUnreadable.With("s", "sunset+1m-24:00"), reason);
    }

    [Fact]
    public async Task AddSlot_WhenItEndsBeforeItBegins_IsRefused()
    {
        var begins = new DateTimeOffset(2026, 12, 5, 8, 0, 0, TimeSpan.FromHours(8));
        var time = SlotTime.Always with { Begins = begins, Ends = begins.AddHours(-1) };
        Assert.Equal(
            Words.SlotBoundsReversed.With("s", "2026-12-05 08:00:00 +08:00", "2026-12-05 07:00:00 +08:00"),
            await RefusalAsync(store => store.As(Actor.Site).AddSlotAsync(SampleSite.Always with { Id = "s", Time = time }, Token)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    [InlineData(int.MinValue)]
    public async Task AddSlot_WhenItsShareIsNone_IsRefused(int share) =>
        Assert.Equal(Words.SlotShareOutOfRange.With("s", share, 1, 12), await RefusalAsync(store => store.As(Actor.Site).AddSlotAsync(SampleSite.Always with { Id = "s", Share = share }, Token)));

    [Theory]
    [InlineData(Priority.Technician)]
    [InlineData(Priority.Emergency)]
    [InlineData(Priority.Blank)]
    public async Task AddSlot_WhenWhatStandsAloneWouldJoin_IsRefused(Priority priority) =>
        Assert.Equal(Words.SlotMayNotJoin.With("s"), await RefusalAsync(store => store.As(Actor.Site).AddSlotAsync(SampleSite.Always with { Id = "s", Priority = priority, Joins = true }, Token)));

    [Fact]
    public async Task RemoveSlot_WhenThereIsOne_TakesItAndItsPanelsAwayAndNothingElse()
    {
        await using var store = await _folder.OpenAsync();
        await store.As(Actor.Site).ImportOnceAsync("sample", SampleSite.All, Token);
        Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).RemoveSlotsAsync(["night"], Token));
        Assert.Equal(SampleSite.Tell(SampleSite.All with { Slots = [.. SampleSite.All.Slots.Where(slot => slot.Id != "night")] }), SampleSite.Tell(await store.ReadAsync(Token)));
        Assert.Equal(new StoreAnswer.Refused(Words.SlotUnknown.With("night")), await store.As(Actor.Site).RemoveSlotsAsync(["night"], Token));
        Assert.Empty(await store.CheckAsync(Token));
    }

    [Fact]
    public async Task RemoveSlots_WhenOneOfThemIsNotThere_TakesNoneAway()
    {
        await using var store = await _folder.OpenAsync();
        await store.As(Actor.Site).ImportOnceAsync("sample", SampleSite.All, Token);
        Assert.Equal(new StoreAnswer.Refused(Words.SlotUnknown.With("day off")), await store.As(Actor.Site).RemoveSlotsAsync(["night", "day off"], Token));
        Assert.Equal(SampleSite.Tell(SampleSite.All), SampleSite.Tell(await store.ReadAsync(Token)));
    }

    [Fact]
    public async Task Add_WhenAllIsJustAsLongAsItMayBe_Stores()
    {
        await using var store = await _folder.OpenAsync();
        var id = Long[1..];

        Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddPanelAsync(SampleSite.Gate with { Id = new(id), Name = string.Concat(Enumerable.Repeat("𠮷", 100)) }, Token));
        Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddProgrammeAsync(SampleSite.Plain with { Id = id, Items = [new Revision(id, "慈善")] }, Token));
        Assert.IsType<StoreAnswer.Stored>(
            await store.As(Actor.Site).AddSlotAsync(SampleSite.Always with { Id = id, ProgrammeId = id, Time = new(DailyRange.WholeDay, new(2026, 3, 1), new(2026, 3, 1)) }, Token));
    }

    private async Task<string> RefusalAsync(Func<SiteStore, Task<StoreAnswer>> add)
    {
        await _folder.FillAsync();
        await using var store = await _folder.OpenAsync();
        return Assert.IsType<StoreAnswer.Refused>(await add(store)).Reason;
    }
}
