using Signage.Core.Panels;
using Signage.Core.Text;

namespace Signage.Storage.Tests.Recovery;

/// <summary>A killed site whose write-ahead log is tampered with: SQLite opens such a database as if nothing had been.</summary>
public sealed class LostLogTests : IDisposable
{
    private readonly SiteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OpenAsync_WhenKilled_LosesNothing()
    {
        await using var store = await _folder.OpenAsync(await KilledAsync());

        Assert.Equal(new OpeningReport.Opened(), store.Report);
        Assert.Equal(5, (await store.ReadAsync(Token)).Panels.Count);
    }

    [Fact]
    public async Task OpenAsync_WhenTheLogWasDeleted_SaysHowMuchIsLostAndSaysItOnce()
    {
        var killed = await KilledAsync();
        File.Delete($"{killed}-wal");

        await using (var store = await _folder.OpenAsync(killed))
        {
            Assert.Equal(new OpeningReport.Opened { LostWritings = 3 }, store.Report);
            Assert.Contains(Words.WritingsLost.With(3), store.Report.Line, StringComparison.Ordinal);
            Assert.Equal(2, (await store.ReadAsync(Token)).Panels.Count);
        }

        await using var again = await _folder.OpenAsync(killed);
        Assert.Equal(new OpeningReport.Opened(), again.Report);
    }

    [Fact]
    public async Task OpenAsync_WhenABitOfTheLogFlipped_SaysHowMuchIsLost()
    {
        var killed = await KilledAsync();
        var log = File.ReadAllBytes($"{killed}-wal");
        log[^100] ^= 1;   // in the last writing
        File.WriteAllBytes($"{killed}-wal", log);

        await using var store = await _folder.OpenAsync(killed);

        Assert.Equal(new OpeningReport.Opened { LostWritings = 1 }, store.Report);
    }

    [Fact]
    public async Task OpenAsync_WhenTheSharedMemoryWasDeletedOrIsNonsense_LosesNothing()
    {
        var killed = await KilledAsync();
        File.WriteAllText($"{killed}-shm", "nonsense");

        await using var store = await _folder.OpenAsync(killed);

        Assert.Equal(new OpeningReport.Opened(), store.Report);
        Assert.Equal(5, (await store.ReadAsync(Token)).Panels.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000000000000000999 deadbeef")]
    public async Task OpenAsync_WhenTheHeadIsSpoiled_GivesNoFalseAlarm(string head)
    {
        var killed = await KilledAsync();
        File.WriteAllText($"{killed}.head", head);

        await using var store = await _folder.OpenAsync(killed);

        Assert.Equal(new OpeningReport.Opened(), store.Report);
    }

    [Fact]
    public async Task OpenAsync_WhenAnOlderCopyWasPutInPlace_SaysHowMuchIsLost()
    {
        await AddAsync(0, 2);
        File.Copy(_folder.Database, _folder.In("older"));
        await AddAsync(2, 2);
        File.Copy(_folder.In("older"), _folder.Database, overwrite: true);

        await using var store = await _folder.OpenAsync();

        Assert.Equal(new OpeningReport.Opened { LostWritings = 2 }, store.Report);
    }

    /// <summary>Two panels in the file, three more in its log.</summary>
    private async Task<string> KilledAsync()
    {
        await AddAsync(0, 2);
        await using var store = await _folder.OpenAsync();
        await AddAsync(store, 2, 3);
        return _folder.Killed("killed.db");
    }

    private async Task AddAsync(int first, int count)
    {
        await using var store = await _folder.OpenAsync();
        await AddAsync(store, first, count);
    }

    private static async Task AddAsync(SiteStore store, int first, int count)
    {
        for (var n = first; n < first + count; n++)
        {
            Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddPanelAsync(SampleSite.Gate with { Id = new PanelId($"p{n}") }, Token));
        }
    }
}
