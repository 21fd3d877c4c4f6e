using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Core.Truth;

namespace Signage.Storage.Tests;

public sealed class SiteStoreTests : IDisposable
{
    private readonly SiteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadAsync_WhenSiteIsNew_FindsNothing()
    {
        await using var store = await _folder.OpenAsync();

        Assert.Equal("", SampleSite.Tell(await store.ReadAsync(Token)));
    }

    [Fact]
    public async Task ReadAsync_WhenReopened_FindsAllThatWasAdded()
    {
        await using (var store = await _folder.OpenAsync())
        {
            Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddPanelAsync(SampleSite.Gate, Token));
            Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddPanelAsync(SampleSite.Hall, Token));
            Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddProgrammeAsync(SampleSite.Charity, Token));
            Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddProgrammeAsync(SampleSite.Plain, Token));
            Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddSlotAsync(SampleSite.Night, Token));
            Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddSlotAsync(SampleSite.Dusk, Token));
            Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddSlotAsync(SampleSite.Always, Token));
            Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddSlotAsync(SampleSite.Dark, Token));
            Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).ApproveAsync(SampleSite.Owner, Token));
        }

        await using var again = await _folder.OpenAsync();
        Assert.Equal(SampleSite.Tell(SampleSite.All), SampleSite.Tell(await again.ReadAsync(Token)));
    }

    [Fact]
    public async Task Add_WhenIdIsTaken_RefusesAndKeepsTheFirst()
    {
        await using var store = await FilledAsync();

        StoreAnswer[] answers =
        [
            await store.As(Actor.Site).AddPanelAsync(SampleSite.Gate with { Name = "西门" }, Token),
            await store.As(Actor.Site).AddProgrammeAsync(SampleSite.Plain with { Keep = true }, Token),
            await store.As(Actor.Site).AddSlotAsync(SampleSite.Always with { ProgrammeId = "charity" }, Token),
        ];

        Assert.Equal(
            [Words.PanelTaken.With("gate-east"), Words.ProgrammeTaken.With("plain"), Words.SlotTaken.With("always")],
            answers.Select(answer => Assert.IsType<StoreAnswer.Refused>(answer).Reason));
        Assert.Equal(SampleSite.Tell(SampleSite.All), SampleSite.Tell(await store.ReadAsync(Token)));
    }

    [Fact]
    public async Task AddSlotAsync_WhenPanelsAreNotEnrolled_NamesThemAll()
    {
        await using var store = await FilledAsync();

        var answer = await store.As(Actor.Site).AddSlotAsync(SampleSite.Always with { Id = "s", Panels = [new PanelId("x"), SampleSite.Hall.Id, new PanelId("y")] }, Token);

        Assert.Equal(Words.SlotPanelsUnknown.With("s", "x, y"), Assert.IsType<StoreAnswer.Refused>(answer).Reason);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("")]
    public async Task AddSlotAsync_WhenProgrammeDoesNotExist_Refuses(string programme)
    {
        await using var store = await FilledAsync();

        var answer = await store.As(Actor.Site).AddSlotAsync(SampleSite.Always with { Id = "s", ProgrammeId = programme }, Token);

        Assert.Equal(Words.SlotWithoutProgramme.With("s", programme), Assert.IsType<StoreAnswer.Refused>(answer).Reason);
    }

    [Fact]
    public async Task AddProgrammeAsync_WhenItHasNoText_Refuses()
    {
        await using var store = await _folder.OpenAsync();

        Assert.IsType<StoreAnswer.Refused>(await store.As(Actor.Site).AddProgrammeAsync(SampleSite.Plain with { Items = [] }, Token));
    }

    [Fact]
    public async Task AddProgrammeAsync_WhenATextHoldsNul_RefusesInsteadOfCuttingIt()
    {
        await using var store = await _folder.OpenAsync();

        Assert.IsType<StoreAnswer.Refused>(await store.As(Actor.Site).AddProgrammeAsync(SampleSite.Plain with { Items = [new Revision("x", "慈\0善")] }, Token));
    }

    [Fact]
    public async Task ImportOnceAsync_WhenAskedTwice_ImportsOnce()
    {
        await using var store = await _folder.OpenAsync();

        Assert.True(await store.As(Actor.Site).ImportOnceAsync("signage.json", SampleSite.All, Token));
        Assert.False(await store.As(Actor.Site).ImportOnceAsync("signage.json", SampleSite.All with { Panels = [SampleSite.Gate with { Name = "西门" }] }, Token));
        Assert.Equal(SampleSite.Tell(SampleSite.All), SampleSite.Tell(await store.ReadAsync(Token)));
    }

    [Fact]
    public async Task ImportOnceAsync_WhenOneEntryIsRefused_ImportsNothingAndMayTryAgain()
    {
        await using var store = await _folder.OpenAsync();
        var broken = SampleSite.All with { Slots = [SampleSite.Always with { ProgrammeId = "none" }, SampleSite.Night with { Panels = [new PanelId("ghost")] }] };

        var failed = await Assert.ThrowsAsync<StorageException>(() => store.As(Actor.Site).ImportOnceAsync("signage.json", broken, Token));

        Assert.Equal(
            Words.NothingImported.With("signage.json", $"{Words.SlotWithoutProgramme.With("always", "none")}; {Words.SlotPanelsUnknown.With("night", "ghost")}"),
            failed.Message);
        Assert.Equal("", SampleSite.Tell(await store.ReadAsync(Token)));
        Assert.True(await store.As(Actor.Site).ImportOnceAsync("signage.json", SampleSite.All, Token));
    }

    [Fact]
    public async Task ReadTruthsAsync_WhenReopened_FindsTheThreeFactsApart()
    {
        var truth = new PanelTruth(
            new ShowDigest("d1"), new ShowDigest("d2"), new Seen(Evidence.Pixels, new ShowDigest("d3"), new DateTimeOffset(2026, 11, 23, 16, 42, 13, 17, TimeSpan.FromHours(8))));
        await using (var store = await FilledAsync())
        {
            await store.WriteTruthAsync(SampleSite.Gate.Id, PanelTruth.Unknown, Token);
            await store.WriteTruthAsync(SampleSite.Gate.Id, truth, Token);
        }

        await using var again = await _folder.OpenAsync();
        var known = Assert.Single(await again.ReadTruthsAsync(Token));
        Assert.Equal((SampleSite.Gate.Id, truth), (known.Key, known.Value));
        Assert.Equal(["d1|d2|3|d3"], SiteFolder.Sql(_folder.Database, "SELECT Desired, Sent, SeenEvidence, SeenDigest FROM truths"));
    }

    [Fact]
    public async Task ReadFlashAsync_WhenReopened_FindsTheCountAndWhatWasLeft()
    {
        var begun = FlashRecord.None.Begun(new DateOnly(2026, 11, 24));
        var left = begun.Left(new FlashPage("charity-06", new ShowDigest("d1"), "D000:1", new DateTimeOffset(2026, 11, 24, 16, 42, 13, TimeSpan.FromHours(8))));
        await using (var store = await FilledAsync())
        {
            Assert.IsType<StoreAnswer.Stored>(await store.WriteFlashAsync(SampleSite.Gate.Id, begun, Token));
            Assert.Equal(begun, Assert.Single(await store.ReadFlashAsync(Token)).Value);
            Assert.IsType<StoreAnswer.Stored>(await store.WriteFlashAsync(SampleSite.Gate.Id, left, Token));
        }

        await using var again = await _folder.OpenAsync();
        Assert.Equal(left, Assert.Single(await again.ReadFlashAsync(Token)).Value);
    }

    [Fact]
    public async Task WriteFlashAsync_WhenTheCountWouldGoBackOrThePanelIsNotEnrolled_Refuses()
    {
        await using var store = await FilledAsync();
        await store.WriteFlashAsync(SampleSite.Gate.Id, FlashRecord.None with { Writes = 2 }, Token);

        Assert.IsType<StoreAnswer.Refused>(await store.WriteFlashAsync(SampleSite.Gate.Id, FlashRecord.None with { Writes = 1 }, Token));
        Assert.IsType<StoreAnswer.Refused>(await store.WriteFlashAsync(new PanelId("ghost"), FlashRecord.None, Token));
        Assert.Equal(2, Assert.Single(await store.ReadFlashAsync(Token)).Value.Writes);
    }

    [Fact]
    public async Task WriteTruthAsync_WhenPanelIsNotEnrolled_Refuses()
    {
        await using var store = await _folder.OpenAsync();

        Assert.IsType<StoreAnswer.Refused>(await store.WriteTruthAsync(new PanelId("ghost"), PanelTruth.Unknown, Token));
    }

    [Fact]
    public async Task Add_WhenFiftyWriteAtOnceAndOthersRead_StoresAllFifty()
    {
        await using var store = await _folder.OpenAsync();

        var writings = Enumerable.Range(0, 50).Select(n => Task.Run(() => store.As(Actor.Site).AddPanelAsync(SampleSite.Gate with { Id = new PanelId($"p{n}") }, Token), Token));
        var readings = Enumerable.Range(0, 50).Select(_ => Task.Run(() => store.ReadAsync(Token), Token)).ToArray();
        var answers = await Task.WhenAll(writings);
        await Task.WhenAll(readings);

        Assert.All(answers, answer => Assert.IsType<StoreAnswer.Stored>(answer));
        Assert.Equal(50, (await store.ReadAsync(Token)).Panels.Count);
    }

    [Fact]
    public async Task Add_WhenFileIsCopiedRightAfterTheAnswer_IsInTheCopy()
    {
        await using var store = await _folder.OpenAsync();
        for (var n = 0; n < 5; n++)
        {
            await store.As(Actor.Site).AddPanelAsync(SampleSite.Gate with { Id = new PanelId($"p{n}") }, Token);
            var copy = _folder.In($"copy{n}.db");   // what a kill would leave: the file and its log, nothing closed
            File.Copy(_folder.Database, copy);
            File.Copy($"{_folder.Database}-wal", $"{copy}-wal");

            await using var survivor = await _folder.OpenAsync(copy);
            Assert.Equal(n + 1, (await survivor.ReadAsync(Token)).Panels.Count);
        }
    }

    [Fact]
    public async Task Add_WhenDisposed_Throws()
    {
        var store = await _folder.OpenAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.As(Actor.Site).AddPanelAsync(SampleSite.Gate, Token));
    }

    private async Task<SiteStore> FilledAsync()
    {
        var store = await _folder.OpenAsync();
        await store.As(Actor.Site).ImportOnceAsync("sample", SampleSite.All, Token);
        return store;
    }
}
