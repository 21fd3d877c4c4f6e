using System.Text;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Storage.Backups;

namespace Signage.Storage.Tests.Recovery;

/// <summary>Whatever happens to the file while the site does not run: what was stored is served, or a backup, or nothing; never something else.</summary>
public sealed class DamageTests : IDisposable
{
    private const int Page = 4096;

    private readonly SiteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>12 seeds, or SIGNAGE_FLIPS of them, or the one named by SIGNAGE_SEED.</summary>
    public static TheoryData<int> Seeds => Number("SIGNAGE_SEED") is { } seed ? [seed] : [.. Enumerable.Range(1, Number("SIGNAGE_FLIPS") ?? 12)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task OpenAsync_WhenBitsFlipInTwentyPages_ServesWhatWasStoredOrTheBackup(int seed)
    {
        var backup = await FillAndBackUpAsync();
        var random = new Random(seed);
        Alter(bytes =>
        {
            for (var flip = 0; flip < 20; flip++)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }
        });
        var damaged = File.ReadAllBytes(_folder.Database);

        try
        {
            await using var store = await _folder.OpenAsync();
            var told = SampleSite.Tell(await store.ReadAsync(Token));
            Assert.Equal(SampleSite.Tell(SampleSite.All), told);
            if (store.Report is OpeningReport.Restored restored)
            {
                Assert.Equal((backup.Path, backup.TakenAt, true), (restored.Backup, restored.TakenAt, restored.IsAlarming));
                Assert.Equal(damaged, File.ReadAllBytes(restored.KeptAside!));
            }
        }
        catch (StorageException refused)
        {
            // A header that names another program: left alone, and nothing is lit.
            Assert.True(refused.Message == Words.ForeignDatabase.With(_folder.Database), refused.ToString());
            Assert.Equal(damaged, File.ReadAllBytes(_folder.Database));
        }
    }

    [Fact]
    public async Task OpenAsync_WhenAnyOnePageIsZeros_NeverServesAnythingElse()
    {
        await FillAndBackUpAsync();
        var whole = File.ReadAllBytes(_folder.Database);
        var free = int.Parse(SiteFolder.Sql(_folder.Database, "PRAGMA freelist_count")[0], System.Globalization.CultureInfo.InvariantCulture);
        var restored = 0;
        for (var page = 0; page < whole.Length / Page; page++)
        {
            Alter(bytes =>
            {
                whole.CopyTo(bytes, 0);
                bytes.AsSpan(page * Page, Page).Clear();
            });
            await using var store = await _folder.OpenAsync();
            Assert.Equal((page, SampleSite.Tell(SampleSite.All)), (page, SampleSite.Tell(await store.ReadAsync(Token))));
            restored += store.Report is OpeningReport.Restored ? 1 : 0;
        }

        Assert.InRange(restored, (whole.Length / Page) - free, whole.Length / Page);   // a free page holds nothing that could be missed
        Assert.Equal(5, _folder.Names.Count(name => name.StartsWith("site.db.damaged-", StringComparison.Ordinal) && name.EndsWith('Z')));   // looked into, not hoarded
    }

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(Page)]
    [InlineData((3 * Page) + 7)]
    public async Task OpenAsync_WhenTheFileIsCutShort_RestoresTheBackupAndKeepsTheRest(int length)
    {
        var backup = await FillAndBackUpAsync();
        Alter(bytes => bytes, length);

        await using var store = await _folder.OpenAsync();

        var restored = Assert.IsType<OpeningReport.Restored>(store.Report);
        Assert.Equal(backup.Path, restored.Backup);
        Assert.EndsWith("/site.db.damaged-20261123T080000000Z", restored.KeptAside!, StringComparison.Ordinal);
        Assert.Equal(length, new FileInfo(restored.KeptAside!).Length);
        Assert.Contains("2026-11-23 08:00:00 +00:00", restored.Line, StringComparison.Ordinal);
        Assert.Equal(SampleSite.Tell(SampleSite.All), SampleSite.Tell(await store.ReadAsync(Token)));
    }

    [Fact]
    public async Task OpenAsync_WhenOneBitOfAWordFlips_NamesTheTable()
    {
        await FillAndBackUpAsync();
        Flip("第二条");

        await using var store = await _folder.OpenAsync();

        Assert.Equal(Words.DamageSeal.With("programme_items"), Assert.IsType<OpeningReport.Restored>(store.Report).Because);
    }

    [Fact]
    public async Task OpenAsync_WhenTheNameOfAColumnFlips_Restores()
    {
        await FillAndBackUpAsync();
        FlipEverywhere("\"ItemId\" TEXT");

        await using var store = await _folder.OpenAsync();

        Assert.IsType<OpeningReport.Restored>(store.Report);
        Assert.Equal(SampleSite.Tell(SampleSite.All), SampleSite.Tell(await store.ReadAsync(Token)));
    }

    [Fact]
    public async Task OpenAsync_WhenThereIsNoBackup_SaysWhatIsDamagedThatNothingIsLitAndLeavesEveryByte()
    {
        await _folder.FillAsync();
        Flip("第二条");
        var damaged = File.ReadAllBytes(_folder.Database);

        var refused = await _folder.RefusedAsync();

        Assert.Equal(Words.DamagedWithoutBackup.With(_folder.Database, Words.DamageSeal.With("programme_items")), refused.Message);
        Assert.Contains("the panels keep showing what they show", refused.Message, StringComparison.Ordinal);
        Assert.Equal(damaged, File.ReadAllBytes(_folder.Database));
    }

    [Fact]
    public async Task OpenAsync_WhenTheOptionsSayRefuse_LeavesEveryByteAlthoughThereIsABackup()
    {
        await FillAndBackUpAsync();
        Flip("第二条");
        var damaged = File.ReadAllBytes(_folder.Database);

        var refused = await _folder.RefusedAsync(new StoreOptions { WhenDamaged = DamagePolicy.Refuse });

        Assert.Equal(Words.DamagedRefused.With(_folder.Database, Words.DamageSeal.With("programme_items")), refused.Message);
        Assert.Equal(damaged, File.ReadAllBytes(_folder.Database));
    }

    [Fact]
    public async Task OpenAsync_WhenTheNewestBackupIsDamagedToo_TakesTheOneBefore()
    {
        var whole = await FillAndBackUpAsync();
        _folder.Time.Advance(TimeSpan.FromDays(1));
        var spoiled = await FillAndBackUpAsync("later");
        var bytes = File.ReadAllBytes(spoiled.Path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(spoiled.Path, bytes);
        Flip("第二条");

        await using var store = await _folder.OpenAsync();

        var restored = Assert.IsType<OpeningReport.Restored>(store.Report);
        Assert.Equal(whole.Path, restored.Backup);
        Assert.Equal(1, restored.LostWritings);   // the panel "later", and the report says so
        Assert.Contains(Words.WritingsLost.With(1), restored.Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_WhenTheFileIsGoneOrEmptyButBackupsAreThere_Restores()
    {
        await FillAndBackUpAsync();
        File.Delete(_folder.Database);
        await using (var store = await _folder.OpenAsync())
        {
            var restored = Assert.IsType<OpeningReport.Restored>(store.Report);
            Assert.Equal((Words.DamageGone, null), (restored.Because, restored.KeptAside));
        }

        File.WriteAllBytes(_folder.Database, []);
        await using (var store = await _folder.OpenAsync())
        {
            Assert.Equal(SampleSite.Tell(SampleSite.All), SampleSite.Tell(await store.ReadAsync(Token)));
        }
    }

    [Fact]
    public async Task OpenAsync_WhenTheFileIsGoneAndTheOptionsSayRefuse_BeginsANewSiteAndSaysWhatWasThere()
    {
        await FillAndBackUpAsync();
        File.Delete(_folder.Database);

        await using var store = await _folder.OpenAsync(new StoreOptions { WhenDamaged = DamagePolicy.Refuse });

        Assert.Equal(new OpeningReport.Fresh { LostWritings = 1 }, store.Report);
        Assert.True(store.Report.IsAlarming);
    }

    [Fact]
    public async Task OpenAsync_WhenForeignOrNewerAndBackupsAreThere_StillLeavesEveryByte()
    {
        await FillAndBackUpAsync();
        SiteFolder.Sql(_folder.Database, "INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Future', '99.0')");
        await LeftAloneAsync();
        File.Delete(_folder.Database);
        SiteFolder.Sql(_folder.Database, "CREATE TABLE recipes (name TEXT)");
        await LeftAloneAsync();

        async Task LeftAloneAsync()
        {
            var before = File.ReadAllBytes(_folder.Database);
            await _folder.RefusedAsync();
            Assert.Equal(before, File.ReadAllBytes(_folder.Database));
        }
    }

    [Fact]
    public async Task CheckAsync_WhenDamageAppearsWhileTheSiteRuns_NamesIt()
    {
        await _folder.FillAsync();
        await using var store = await _folder.OpenAsync();
        Assert.Empty(await store.CheckAsync(Token));

        SiteFolder.Sql(_folder.Database, "UPDATE slots SET Priority = 7 WHERE Id = 'night'");

        Assert.Equal([Words.DamageSeal.With("slots")], await store.CheckAsync(Token));
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : null;

    private async Task<BackupInfo> FillAndBackUpAsync(string? panel = null)
    {
        await using var store = await _folder.OpenAsync();
        await store.As(Actor.Site).ImportOnceAsync("sample", SampleSite.All, Token);
        if (panel is not null)
        {
            await store.As(Actor.Site).AddPanelAsync(SampleSite.Gate with { Id = new PanelId(panel) }, Token);
        }

        return await store.BackupAsync(Token);
    }

    private void Flip(string word) => Alter(bytes => bytes[bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) + 2] ^= 1);

    // The shape of the tables takes more than one page, and SQLite leaves copies behind in the room that it no longer uses.
    private void FlipEverywhere(string word) => Alter(bytes =>
    {
        var wanted = Encoding.UTF8.GetBytes(word);
        for (var at = bytes.AsSpan().IndexOf(wanted); at >= 0; at = bytes.AsSpan().IndexOf(wanted))
        {
            bytes[at + 2] ^= 1;
        }
    });

    private void Alter(Action<byte[]> alter) => Alter(
        bytes =>
        {
            alter(bytes);
            return bytes;
        },
        int.MaxValue);

    private void Alter(Func<byte[], byte[]> alter, int length)
    {
        Assert.False(File.Exists($"{_folder.Database}-wal"));
        var bytes = alter(File.ReadAllBytes(_folder.Database));
        File.WriteAllBytes(_folder.Database, bytes[..Math.Min(length, bytes.Length)]);
    }
}
