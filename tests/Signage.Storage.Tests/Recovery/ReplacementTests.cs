using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Core.Truth;
using Signage.Storage.Recovery;

namespace Signage.Storage.Tests.Recovery;

/// <summary>Restoring by hand, and a power cut in the middle of it.</summary>
public sealed class ReplacementTests : IDisposable
{
    private readonly SiteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RestoreAsync_WhenTheSiteDoesNotRun_PutsTheBackupInPlaceAndKeepsWhatWasThere()
    {
        var backup = await BackUpAndGoOnAsync();

        var report = await SiteBackup.RestoreAsync(_folder.Database, backup.Path, _folder.Time, Token);

        Assert.Equal((backup, 1L), (report.Backup, report.LostEdits));
        Assert.EndsWith("/site.db.replaced-20261123T080000000Z", report.KeptAside!, StringComparison.Ordinal);
        Assert.Equal(["later"], SiteFolder.Sql(report.KeptAside!, "SELECT Id FROM panels WHERE Id = 'later'"));
        await using var store = await _folder.OpenAsync();
        Assert.Equal(new OpeningReport.Opened(), store.Report);   // whoever restores by hand was told already
        Assert.Equal(SampleSite.Tell(SampleSite.All), SampleSite.Tell(await store.ReadAsync(Token)));
    }

    /// <summary>The site writes something down at every show that a card acknowledged; whoever restores asks what people have to do again.</summary>
    [Fact]
    public async Task RestoreAsync_WhenTheSiteWroteMuchByItself_CountsTheEditsOfPeopleAlone()
    {
        await _folder.FillAsync();
        BackupInfo backup;
        await using (var store = await _folder.OpenAsync())
        {
            backup = await store.BackupAsync(Token);
            for (var writes = 1; writes <= 3; writes++)
            {
                await store.WriteFlashAsync(SampleSite.Gate.Id, FlashRecord.None with { Writes = writes }, Token);
                await store.WriteTruthAsync(SampleSite.Gate.Id, PanelTruth.Unknown with { Desired = new ShowDigest($"d{writes}") }, Token);
            }

            await store.As(Actor.Site).AddPanelAsync(SampleSite.Gate with { Id = new PanelId("later") }, Token);
        }

        var first = await SiteBackup.RestoreAsync(_folder.Database, backup.Path, _folder.Time, Token);
        var again = await SiteBackup.RestoreAsync(_folder.Database, backup.Path, _folder.Time, Token);

        Assert.Equal((1, 0), (first.LostEdits, again.LostEdits));
    }

    [Fact]
    public async Task RestoreAsync_WhenTheOldSiteWasKilled_KeepsItsLogWithItAndNotWithTheNewOne()
    {
        var backup = await BackUpAndGoOnAsync();
        string killed;
        await using (var store = await _folder.OpenAsync())
        {
            await store.As(Actor.Site).AddPanelAsync(SampleSite.Gate with { Id = new PanelId("last") }, Token);
            killed = _folder.Killed("killed.db");
        }

        var report = await SiteBackup.RestoreAsync(killed, backup.Path, _folder.Time, Token);

        Assert.True(File.Exists($"{report.KeptAside}-wal"));
        await using (var store = await _folder.OpenAsync(killed))
        {
            Assert.Equal(SampleSite.Tell(SampleSite.All), SampleSite.Tell(await store.ReadAsync(Token)));
        }

        Assert.Equal(["last"], SiteFolder.Sql(report.KeptAside!, "SELECT Id FROM panels WHERE Id = 'last'"));
    }

    [Fact]
    public async Task RestoreAsync_WhenTheSiteRuns_Refuses()
    {
        var backup = await BackUpAndGoOnAsync();
        await using var store = await _folder.OpenAsync();

        var refused = await Assert.ThrowsAsync<StorageException>(() => SiteBackup.RestoreAsync(_folder.Database, backup.Path, _folder.Time, Token));

        Assert.Contains("another process holds this site", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("without digest")]
    [InlineData("gone")]
    public async Task RestoreAsync_WhenTheBackupIsNotWhole_LeavesEveryByte(string how)
    {
        var backup = await BackUpAndGoOnAsync();
        switch (how)
        {
            case "changed":
                var bytes = File.ReadAllBytes(backup.Path);
                bytes[5000] ^= 1;
                File.WriteAllBytes(backup.Path, bytes);
                break;
            case "without digest":
                File.Delete($"{backup.Path}.sha256");
                break;
            default:
                File.Delete(backup.Path);
                break;
        }

        var before = File.ReadAllBytes(_folder.Database);

        await Assert.ThrowsAsync<StorageException>(() => SiteBackup.RestoreAsync(_folder.Database, backup.Path, _folder.Time, Token));

        Assert.Equal(before, File.ReadAllBytes(_folder.Database));
    }

    [Fact]
    public async Task RestoreAsync_WhenThereIsNoSiteYet_MakesOneFromTheBackup()
    {
        var backup = await BackUpAndGoOnAsync();

        var report = await SiteBackup.RestoreAsync(_folder.In("other.db"), backup.Path, _folder.Time, Token);

        Assert.Null(report.KeptAside);
        await using var store = await _folder.OpenAsync(_folder.In("other.db"));
        Assert.Equal(SampleSite.Tell(SampleSite.All), SampleSite.Tell(await store.ReadAsync(Token)));
    }

    [Fact]
    public async Task OpenAsync_WhenARestorationWasCutAnywhere_HasTheOldSiteOrTheBackup()
    {
        var backup = await BackUpAndGoOnAsync();
        var killed = _folder.In("killed.db");
        await using (var store = await _folder.OpenAsync())
        {
            await store.As(Actor.Site).AddPanelAsync(SampleSite.Gate with { Id = new PanelId("last") }, Token);
            _folder.Killed("killed.db");
        }

        // Cut before the decision: a half-written copy.
        File.WriteAllText($"{killed}.restoring", "half a copy");
        await using (var store = await _folder.OpenAsync(killed))
        {
            Assert.IsType<OpeningReport.Opened>(store.Report);
            Assert.Equal(4, (await store.ReadAsync(Token)).Panels.Count);
        }

        // Cut right after it; after the database was moved; after its log was moved too.
        for (var moved = 0; moved < 3; moved++)
        {
            _folder.Time.Advance(TimeSpan.FromDays(1));
            File.WriteAllText($"{killed}-wal", "the log of the old one");
            Replacement.Decide(killed, backup.Path, Replacement.Replaced, 100, _folder.Time.GetUtcNow());
            var decided = Assert.Single(_folder.Names, name => name.StartsWith("killed.db.restore-replaced-", StringComparison.Ordinal));
            var aside = _folder.In(decided.Replace(".restore-", ".", StringComparison.Ordinal));
            foreach (var ending in new[] { "", "-wal" }.Take(moved))
            {
                File.Move($"{killed}{ending}", $"{aside}{ending}");
            }

            await using var store = await _folder.OpenAsync(killed);

            var restored = Assert.IsType<OpeningReport.Restored>(store.Report);
            Assert.Equal((Words.RestoreInterrupted, aside, backup.TakenAt), (restored.Because, restored.KeptAside, restored.TakenAt));
            Assert.Equal(SampleSite.Tell(SampleSite.All), SampleSite.Tell(await store.ReadAsync(Token)));
            Assert.True(File.Exists($"{aside}-wal"));
        }
    }

    /// <summary>A site with the sample, a backup of it, and one more panel.</summary>
    private async Task<BackupInfo> BackUpAndGoOnAsync()
    {
        await using var store = await _folder.OpenAsync();
        await store.As(Actor.Site).ImportOnceAsync("sample", SampleSite.All, Token);
        var backup = await store.BackupAsync(Token);
        await store.As(Actor.Site).AddPanelAsync(SampleSite.Gate with { Id = new PanelId("later") }, Token);
        return backup;
    }
}
