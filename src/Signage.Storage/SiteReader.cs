using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Signage.Core.Accounts;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Core.Truth;
using Signage.Storage.Auditing;
using Signage.Storage.Database;
using Signage.Storage.Mapping;
using Signage.Storage.Proofs;
using Signage.Storage.Writing;

namespace Signage.Storage;

/// <summary>Readings, each of one instant, that neither wait for the writer nor make it wait.</summary>
/// <param name="path">The database.</param>
internal sealed class SiteReader(string path)
{
    private readonly DbContextOptions<SiteDbContext> _options = SiteConnections.Options(path);

    public Task<SiteContents> ContentsAsync(CancellationToken cancellationToken) => ReadAsync(
        async context =>
        {
            var panels = await context.Panels.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
            var programmes = await context.Programmes.AsNoTracking().Include(row => row.Items).OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
            var slots = await context.Slots.AsNoTracking().Include(row => row.Panels).OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
            var approvals = await context.Approvals.AsNoTracking()
                .OrderBy(row => row.ItemId).ThenBy(row => row.Digest).ThenBy(row => row.ApprovedBy).ToListAsync(cancellationToken).ConfigureAwait(false);
            var alerts = await context.Alerts.AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
            var policies = await context.Policies.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
            return new SiteContents(
                [.. panels.Select(row => row.ToPanel())], [.. programmes.Select(row => row.ToProgramme())], [.. slots.Select(row => row.ToSlot())])
            {
                Approvals = [.. approvals.Select(row => row.ToApproval())],
                Alerts = [.. alerts.OrderBy(row => row.Sent).ThenBy(row => row.Name, StringComparer.Ordinal).Select(row => row.ToAlert())],
                Policies = [.. policies.Select(row => row.ToPolicy())],
            };
        },
        cancellationToken);

    public Task<IReadOnlyDictionary<PanelId, PanelTruth>> TruthsAsync(CancellationToken cancellationToken) => ReadAsync<IReadOnlyDictionary<PanelId, PanelTruth>>(
        async context =>
        {
            var rows = await context.Truths.AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
            return rows.ToDictionary(row => new PanelId(row.PanelId), row => row.ToTruth());
        },
        cancellationToken);

    public Task<IReadOnlyDictionary<PanelId, FlashRecord>> FlashAsync(CancellationToken cancellationToken) => ReadAsync<IReadOnlyDictionary<PanelId, FlashRecord>>(
        async context =>
        {
            var rows = await context.Flash.AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
            return rows.ToDictionary(row => new PanelId(row.PanelId), row => row.ToFlash());
        },
        cancellationToken);

    /// <summary>All accounts, in the order in which they came.</summary>
    public Task<IReadOnlyList<Account>> AccountsAsync(CancellationToken cancellationToken) => ReadAsync(context => SiteAccounts.AllAsync(context, cancellationToken), cancellationToken);

    /// <summary>Entries of the audit after a number, oldest first.</summary>
    public Task<(IReadOnlyList<string> Lines, long Newest)> AuditAsync(long after, int most, CancellationToken cancellationToken) => ReadAsync(
        async context =>
        {
            var newest = await context.Audit.MaxAsync(row => (long?)row.Number, cancellationToken).ConfigureAwait(false) ?? 0;
            var lines = await context.Audit.AsNoTracking().Where(row => row.Number > after).OrderBy(row => row.Number).Take(most).Select(row => row.Line).ToListAsync(cancellationToken).ConfigureAwait(false);
            return ((IReadOnlyList<string>)lines, newest);
        },
        cancellationToken);

    /// <summary>Everything that is damaged, in words; empty when the database is whole.</summary>
    /// <exception cref="StorageException">The disk does not give it, which says nothing about damage.</exception>
    public async Task<IReadOnlyList<string>> DamageAsync(CancellationToken cancellationToken)
    {
        try
        {
            // A connection of its own: those of the pool remember pages, and would look at what they remember.
            using var connection = new SqliteConnection(SiteConnections.ReadOnly(path));
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var snapshot = connection.BeginTransaction(IsolationLevel.Serializable, deferred: true);
            return Found(connection);
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode
            is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_FORMAT or SQLitePCL.raw.SQLITE_ERROR)
        {
            // Some damage keeps even the questions about damage from being answered.
            return [Words.DamagePages.With(broken.Message.TrimEnd('.'))];
        }
        catch (Exception failed) when (failed is SqliteException or FormatException or ArgumentException)
        {
            throw new StorageException(Words.NotRead.With(path, failed.Message), failed);
        }
    }

    private static IReadOnlyList<string> Found(SqliteConnection connection)
    {
        var pages = Query.Texts(connection, "PRAGMA integrity_check(20)").Where(line => line != "ok").Select(line => Words.DamagePages.With(line.ReplaceLineEndings(" ")));
        var references = Query.Texts(connection, "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check").Select(table => Words.DamageReferences.With(table));
        string?[] proofs = [Seals.Broken(connection, required: true), AuditTable.Broken(connection)];
        return [.. pages, .. references, .. proofs.OfType<string>()];
    }

    private async Task<T> ReadAsync<T>(Func<SiteDbContext, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            using var context = new SiteDbContext(_options);
            await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

            // Many questions, one answer: a deferred transaction sees one state and takes no write lock.
            using var snapshot = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(IsolationLevel.Serializable, deferred: true);
            await context.Database.UseTransactionAsync(snapshot, cancellationToken).ConfigureAwait(false);
            return await read(context).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is SqliteException or FormatException or ArgumentException)
        {
            // What was stored was valid; a row that no longer is was damaged.
            throw new StorageException(Words.NotRead.With(path, failed.Message), failed);
        }
    }
}
