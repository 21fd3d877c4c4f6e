using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Signage.Core.Accounts;
using Signage.Core.Text;
using Signage.Storage.Database;
using Signage.Storage.Proofs;

namespace Signage.Storage.Tests.Accounts;

/// <summary>The table of accounts among the other tables: seals, damage, backups, databases from before it.</summary>
public sealed class AccountKeepingTests : IDisposable
{
    private readonly SiteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Accounts_WhenOpenedAgain_AreTheSameToTheTick()
    {
        var told = await FillAsync();
        await using var store = await _folder.OpenAsync();
        Assert.Equal(told, SamplePeople.Tell(await store.ReadAccountsAsync(Token)));
        Assert.Contains("2026-09-01T09:00:00.1234567+08:00", told, StringComparison.Ordinal);
        Assert.Empty(await store.CheckAsync(Token));
    }

    [Theory]
    [InlineData("UPDATE accounts SET Duties = 64 WHERE Id = 'p2'")]
    [InlineData("UPDATE accounts SET Standing = 0 WHERE Id = 'p2'")]
    [InlineData("UPDATE accounts SET PasswordHash = 'mine' WHERE Id = 'p1'")]
    [InlineData("UPDATE accounts SET CodeSecret = x'00' WHERE Id = 'p1'")]
    [InlineData("UPDATE accounts SET LastCodeStep = -1 WHERE Id = 'p1'")]
    [InlineData("UPDATE accounts SET Position = 3 WHERE Id = 'p1'")]
    [InlineData("UPDATE accounts SET Version = 1 WHERE Id = 'p2'")]
    [InlineData("DELETE FROM accounts WHERE Id = 'p2'")]
    [InlineData("INSERT INTO accounts SELECT 'p3', 3, 'li', 'li', Name, 64, 0, PasswordHash, PasswordSetAt, Stamp, CodeSecret, LastCodeStep, RecoveryHashes, LockedUntil, InvitationHash, InvitationUntil, InvitedAgainBy, SigningKey, 1 FROM accounts WHERE Id = 'p1'")]
    public async Task Row_WhenAlteredPastTheStore_IsFoundByItsSeal(string sql)
    {
        await FillAsync();
        await using (var store = await _folder.OpenAsync())
        {
            SiteFolder.Sql(_folder.Database, sql);
            Assert.Equal([Words.DamageSeal.With("accounts")], await store.CheckAsync(Token));
        }

        Assert.Contains(Words.DamageSeal.With("accounts"), (await _folder.RefusedAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_WhenABitFlipsOnTheDisk_IsRestoredFromTheBackup()
    {
        var told = await FillAsync(isBackedUp: true);
        var bytes = await File.ReadAllBytesAsync(_folder.Database, Token);
        bytes[bytes.AsSpan().IndexOf("canary-password"u8)] ^= 1;
        await File.WriteAllBytesAsync(_folder.Database, bytes, Token);

        await using var store = await _folder.OpenAsync();
        Assert.Equal(Words.DamageSeal.With("accounts"), Assert.IsType<OpeningReport.Restored>(store.Report).Because);
        Assert.Equal(told, SamplePeople.Tell(await store.ReadAccountsAsync(Token)));
    }

    [Fact]
    public async Task Backup_WhenRestored_HasTheAccountsOfThen()
    {
        var told = await FillAsync(isBackedUp: true);
        await using (var store = await _folder.OpenAsync())
        {
            await SamplePeople.StoredAsync(store.Accounts.AddAsync(SamplePeople.Bare("late", "late"), SamplePeople.Invites, null, Token));
        }

        var report = await SiteBackup.RestoreAsync(_folder.Database, _folder.Backups[0], _folder.Time, Token);
        Assert.Equal(1, report.LostEdits);
        await using var restored = await _folder.OpenAsync();
        Assert.Equal(told, SamplePeople.Tell(await restored.ReadAccountsAsync(Token)));
    }

    [Fact]
    public async Task Database_WhenFromBeforeAccounts_HasNoneAndTakesThem()
    {
        await _folder.FillAsync();
        using (var context = new SiteDbContext(SiteConnections.Options(_folder.Database)))
        {
            await context.GetService<IMigrator>().MigrateAsync("Audit", Token);
            await context.Database.OpenConnectionAsync(Token);
            var connection = (SqliteConnection)context.Database.GetDbConnection();
            SiteFolder.Sql(_folder.Database, "DELETE FROM meta WHERE Key = 'seal:accounts'");
            Seals.Keep(connection);
            SqliteConnection.ClearPool(connection);
        }

        var told = await FillAsync();
        await using var again = await _folder.OpenAsync();
        Assert.Equal(told, SamplePeople.Tell(await again.ReadAccountsAsync(Token)));
        Assert.Equal(SampleSite.Tell(SampleSite.All), SampleSite.Tell(await again.ReadAsync(Token)));
        Assert.Single(_folder.Backups);   // before the tables changed
        Assert.Empty(await again.CheckAsync(Token));
    }

    [Fact]
    public async Task Outcome_WhenWhatever_TellsEverybodyAsOfThatMoment()
    {
        await using var store = await _folder.OpenAsync();
        var added = await store.Accounts.AddAsync(SamplePeople.Whole("p1", "wang"), SamplePeople.Invites, null, Token);
        var first = Assert.IsType<AccountAnswer.Stored>(added.Answer).Account;
        Assert.Equal(SamplePeople.Tell([first]), SamplePeople.Tell(added.All));
        var second = await store.Accounts.AddAsync(SamplePeople.Bare("p2", "li2"), SamplePeople.Invites, all => all.Count == 1 ? null : "not one", Token);
        var changed = await store.Accounts.ChangeAsync(first with { Name = "改名" }, SamplePeople.Invites, null, Token);
        var stale = await store.Accounts.ChangeAsync(first, SamplePeople.Invites, null, Token);
        var refused = await store.Accounts.AddFirstAsync(first, SamplePeople.Invites, Token);
        Assert.Equal(["p1", "p2"], second.All.Select(account => account.Id));
        Assert.All([changed, stale, refused], outcome => Assert.Equal(SamplePeople.Tell(changed.All), SamplePeople.Tell(outcome.All)));
        Assert.Equal(SamplePeople.Tell(changed.All), SamplePeople.Tell(await store.ReadAccountsAsync(Token)));
    }

    [Fact]
    public async Task Accounts_WhenTheStoreIsClosed_AreNoMore()
    {
        var store = await _folder.OpenAsync();
        var accounts = store.Accounts;
        await store.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => store.Accounts);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => accounts.AddAsync(SamplePeople.Bare("p1", "wang"), SamplePeople.Invites, null, Token));
    }

    private async Task<string> FillAsync(bool isBackedUp = false)
    {
        await using var store = await _folder.OpenAsync();
        await SamplePeople.StoredAsync(store.Accounts.AddFirstAsync(SamplePeople.Whole("p1", "Wang.Fang"), AccountDeed.ByVisitor(AccountDeed.Claim), Token));
        var second = await SamplePeople.StoredAsync(store.Accounts.AddAsync(SamplePeople.Bare("p2", "陈静"), SamplePeople.Invites, null, Token));
        await SamplePeople.StoredAsync(store.Accounts.ChangeAsync(second with { Standing = Core.Review.PersonStanding.Revoked }, SamplePeople.Invites, null, Token));
        await (isBackedUp ? store.BackupAsync(Token) : Task.CompletedTask);
        return SamplePeople.Tell(await store.ReadAccountsAsync(Token));
    }
}
