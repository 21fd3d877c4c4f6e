using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Signage.Core.Panels;
using Signage.Storage.Database;
using Signage.Storage.Proofs;

namespace Signage.Storage.Tests.Database;

public sealed class OpeningTests : IDisposable
{
    private readonly SiteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OpenAsync_WhenAlreadyHeld_RefusesInOneLine()
    {
        await using var first = await _folder.OpenAsync();

        var refused = await _folder.RefusedAsync();

        Assert.Contains("another process holds this site", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public async Task OpenAsync_WhenFirstOwnerIsGone_Opens()
    {
        await using (var first = await _folder.OpenAsync())
        {
            Assert.IsType<OpeningReport.Fresh>(first.Report);
        }

        await using (var second = await _folder.OpenAsync())
        {
            Assert.IsType<OpeningReport.Opened>(second.Report);
            Assert.False(second.Report.IsAlarming);
        }

        Assert.Empty(_folder.Backups);   // nothing to migrate, nothing to back up
    }

    [Fact]
    public async Task OpenAsync_WhenDatabaseIsNewer_RefusesAndLeavesEveryByte()
    {
        await (await _folder.OpenAsync()).DisposeAsync();
        SiteFolder.Sql(_folder.Database, "INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Future', '99.0')");

        Assert.Contains("29991231000000_Future", await RefusedUntouchedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_WhenNewerDatabaseWasKilled_LeavesItsLogTooAndBothBytes()
    {
        await (await _folder.OpenAsync()).DisposeAsync();
        var living = _folder.In("living.db");
        File.Copy(_folder.Database, living);
        using var connection = new SqliteConnection($"Data Source={living};Pooling=False");
        connection.Open();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Future', '99.0')";
            command.ExecuteNonQuery();
        }

        File.Copy(living, _folder.Database, overwrite: true);
        File.Copy($"{living}-wal", $"{_folder.Database}-wal");
        var log = File.ReadAllBytes($"{_folder.Database}-wal");

        Assert.Contains("29991231000000_Future", await RefusedUntouchedAsync(), StringComparison.Ordinal);
        Assert.Equal(log, File.ReadAllBytes($"{_folder.Database}-wal"));
    }

    [Fact]
    public async Task OpenAsync_WhenFileIsNoDatabase_RefusesAndLeavesEveryByte()
    {
        File.WriteAllText(_folder.Database, string.Concat(Enumerable.Repeat("慈善新时代，我们都是追梦人。", 100)), Encoding.UTF8);

        Assert.Contains("not a readable SQLite database", await RefusedUntouchedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_WhenDatabaseIsOfAnotherProgram_RefusesAndLeavesEveryByte()
    {
        SiteFolder.Sql(_folder.Database, "CREATE TABLE recipes (name TEXT)");

        Assert.Contains("of another program", await RefusedUntouchedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_WhenPagesAreDamaged_RefusesAndLeavesEveryByte()
    {
        await using (var store = await _folder.OpenAsync())
        {
            await store.As(Actor.Site).ImportOnceAsync("sample", SampleSite.All, Token);
        }

        var bytes = File.ReadAllBytes(_folder.Database);
        bytes.AsSpan(8192, 4096).Fill(0xA5);
        File.WriteAllBytes(_folder.Database, bytes);

        await RefusedUntouchedAsync();
    }

    [Fact]
    public async Task OpenAsync_WhenFileIsEmpty_MakesASite()
    {
        File.WriteAllBytes(_folder.Database, []);

        await using var store = await _folder.OpenAsync();

        Assert.Empty((await store.ReadAsync(Token)).Panels);
    }

    [Fact]
    public async Task OpenAsync_WhenDatabaseIsOlder_KeepsItsRowsAndMakesABackup()
    {
        await MakeOlderAsync();

        await using (var store = await _folder.OpenAsync())
        {
            Assert.Equal(Assert.Single(_folder.Backups), Assert.IsType<OpeningReport.Migrated>(store.Report).Backup.Path);
            Assert.Equal("gate", Assert.Single((await store.ReadAsync(Token)).Panels).Id.Value);
        }

        var backup = Assert.Single(_folder.Backups);
        Assert.EndsWith("/backups/site.db.20261123T080000000Z.migration.bak", backup, StringComparison.Ordinal);
        Assert.Equal(["1"], SiteFolder.Sql(backup, "SELECT COUNT(*) FROM __EFMigrationsHistory"));
        Assert.Equal(["gate"], SiteFolder.Sql(backup, "SELECT Id FROM panels"));
    }

    [Fact]
    public async Task OpenAsync_WhenDatabaseIsFromBeforeSeveralTimes_ReadsItsSlotsAndMakesABackup()
    {
        var before = SampleSite.All with { Slots = [SampleSite.Always, SampleSite.Dark, SampleSite.Night] };
        await using (var store = await _folder.OpenAsync())
        {
            await store.As(Actor.Site).ImportOnceAsync("sample", before, Token);
        }

        await TakeBackAsync("SlotDays");

        await using (var store = await _folder.OpenAsync())
        {
            Assert.IsType<OpeningReport.Migrated>(store.Report);
            Assert.Equal(SampleSite.Tell(before), SampleSite.Tell(await store.ReadAsync(Token)));
            Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddSlotAsync(SampleSite.Dusk, Token));
            Assert.Equal(SampleSite.Tell(SampleSite.All), SampleSite.Tell(await store.ReadAsync(Token)));
            Assert.Empty(await store.CheckAsync(Token));
        }

        Assert.Equal(["night|22:00:00|06:30:00"], SiteFolder.Sql(Assert.Single(_folder.Backups), "SELECT Id, \"From\", \"Until\" FROM slots WHERE Id = 'night'"));
        Assert.Equal(["dusk|06:30-09:00,sunset-15m-22:00,23:00-00:30", "night|null"], SiteFolder.Sql(_folder.Database, "SELECT Id, Times FROM slots WHERE Id IN ('dusk', 'night') ORDER BY Id"));
    }

    [Fact]
    public async Task OpenAsync_WhenDatabaseIsFromBeforeShares_ReadsItsSlotsAsOfShareOneAndTakesNewOnes()
    {
        await using (var store = await _folder.OpenAsync())
        {
            await store.As(Actor.Site).ImportOnceAsync("sample", SampleSite.All, Token);
        }

        await TakeBackAsync("SlotTimes");

        var yard = SampleSite.Gate with { Id = new PanelId("yard"), Tags = Tags.Parse("户外") };
        await using (var store = await _folder.OpenAsync())
        {
            Assert.IsType<OpeningReport.Migrated>(store.Report);
            Assert.Equal(SampleSite.Tell(SampleSite.All), SampleSite.Tell(await store.ReadAsync(Token)));
            Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddSlotAsync(SampleSite.Festival, Token));
            Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddPanelAsync(yard, Token));
        }

        await using (var store = await _folder.OpenAsync())
        {
            var contents = await store.ReadAsync(Token);
            var read = contents.Slots.Single(slot => slot.Id == "festival");
            Assert.Equal(SampleSite.Festival with { Panels = [] }, read with { Panels = [] });
            Assert.Equal(yard, contents.Panels.Single(panel => panel.Id == yard.Id));
            Assert.Empty(await store.CheckAsync(Token));
        }
    }

    [Fact]
    public async Task OpenAsync_WhenAMigrationWasKilled_DoesNotWaitForItsLock()
    {
        await MakeOlderAsync();
        SiteFolder.Sql(
            _folder.Database,
            "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-23')");

        await using var store = await _folder.OpenAsync();

        Assert.Single((await store.ReadAsync(Token)).Panels);
    }

    [Fact]
    public async Task OpenAsync_WhenTheVeryFirstStartWasKilled_BeginsAnew()
    {
        SiteFolder.Sql(_folder.Database, $"PRAGMA application_id={SiteFile.ApplicationId}; CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");

        await using var store = await _folder.OpenAsync();

        Assert.Empty((await store.ReadAsync(Token)).Panels);
    }

    [Fact]
    public async Task OpenAsync_WhenSealingWasKilled_SealsAnew()
    {
        await _folder.FillAsync();
        SiteFolder.Sql(_folder.Database, "UPDATE meta SET Value = 'none' WHERE Key = 'seals'; DELETE FROM meta WHERE Key = 'seal:slots'");

        await using var store = await _folder.OpenAsync();

        Assert.IsType<OpeningReport.Opened>(store.Report);
        Assert.Empty(await store.CheckAsync(Token));
    }

    [Fact]
    public async Task OpenAsync_WhenTheLogCannotBeUsed_NamesTheSettingAndRefuses()
    {
        await _folder.FillAsync();
        SiteFolder.Sql(_folder.Database, "PRAGMA journal_mode=DELETE");
        using var reader = new SqliteConnection($"Data Source={_folder.Database};Pooling=False");
        reader.Open();
        using var held = reader.BeginTransaction(deferred: true);
        using var command = reader.CreateCommand();
        command.CommandText = "SELECT * FROM panels";
        using var rows = command.ExecuteReader();

        Assert.Contains("journal_mode is delete, must be wal", (await _folder.RefusedAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complaints_WhenConnectionIsOurs_AreNone()
    {
        await using var store = await _folder.OpenAsync();
        using var context = new SiteDbContext(SiteConnections.Options(_folder.Database));
        await context.Database.OpenConnectionAsync(Token);

        Assert.Empty(DurableConnections.Complaints((SqliteConnection)context.Database.GetDbConnection()));
    }

    [Fact]
    public void Complaints_WhenConnectionIsNotDurable_NameEverySetting()
    {
        using var connection = new SqliteConnection("Data Source=:memory:;Foreign Keys=False");
        connection.Open();
        Pragma.Set(connection, "synchronous=NORMAL", "busy_timeout=7");

        Assert.Equal(
            [
                "journal_mode 是 memory，应为 wal (journal_mode is memory, must be wal)", "synchronous 是 1，应为 2 (synchronous is 1, must be 2)",
                "foreign_keys 是 0，应为 1 (foreign_keys is 0, must be 1)", "busy_timeout 是 7，应为 0 (busy_timeout is 7, must be 0)",
            ],
            DurableConnections.Complaints(connection));
    }

    [Fact]
    public void Model_WhenComparedWithTheMigrations_HasNothingPending()
    {
        using var context = new SiteDbContext(SiteConnections.Options(_folder.Database));

        Assert.False(context.Database.HasPendingModelChanges());
    }

    private async Task MakeOlderAsync()
    {
        using (var context = new SiteDbContext(SiteConnections.Options(_folder.Database)))
        {
            await context.GetService<IMigrator>().MigrateAsync("InitialSite", Token);
            SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
        }

        SiteFolder.Sql(_folder.Database, $"PRAGMA application_id={SiteFile.ApplicationId}; INSERT INTO panels VALUES ('gate', '门', 'onbon/bx-6e2', '160x16x1', 'tcp://h:1')");
    }

    /// <summary>The database as the version of a migration leaves it, sealed.</summary>
    private async Task TakeBackAsync(string migration)
    {
        using var context = new SiteDbContext(SiteConnections.Options(_folder.Database));
        await context.GetService<IMigrator>().MigrateAsync(migration, Token);
        await context.Database.OpenConnectionAsync(Token);
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        Seals.Keep(connection);
        SqliteConnection.ClearPool(connection);
    }

    private async Task<string> RefusedUntouchedAsync()
    {
        var before = File.ReadAllBytes(_folder.Database);
        var refused = await _folder.RefusedAsync();
        Assert.Equal(before, File.ReadAllBytes(_folder.Database));
        Assert.Empty(_folder.Backups);
        return refused.Message;
    }
}
