using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Signage.Core.Text;
using Signage.Storage.Auditing;
using Signage.Storage.Database;
using Signage.Storage.Proofs;
using Signage.Trust.Audit;
using SQLitePCL;

namespace Signage.Storage.Writing;

/// <summary>
/// The one writer of a site. Writings queue here and not in SQLite, whose own answer to a second writer is "database is locked". Each waits with its
/// own token and at most for a limit.
/// </summary>
/// <param name="path">The database.</param>
/// <param name="head">Learns of every acknowledged writing. Owned from here on.</param>
/// <param name="limit">How long a writing waits for its turn, and then for a foreign program.</param>
/// <param name="time">Stamps entries of the audit.</param>
internal sealed class SiteWriter(string path, HeadFile head, TimeSpan limit, TimeProvider time) : IAsyncDisposable
{
    private readonly DbContextOptions<SiteDbContext> _options = SiteConnections.Options(path);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile bool _closed;

    /// <summary>
    /// Runs one writing in one immediate transaction: committed, and so on the disk, when it answers <see cref="StoreAnswer.Stored"/>, undone when it
    /// refuses or throws.
    /// </summary>
    /// <inheritdoc cref="WriteAsync{TAnswer}"/>
    public Task<StoreAnswer> WriteAsync(
        Func<SiteDbContext, CancellationToken, Task<StoreAnswer>> write, IReadOnlyList<string> tables, Func<AuditNote>? note, CancellationToken cancellationToken) =>
        WriteAsync(write, static answer => answer is StoreAnswer.Stored, tables, note is null ? null : _ => note(), cancellationToken);

    /// <summary>Runs one writing in one immediate transaction: committed, and so on the disk, when its answer says that it is to be stored, undone when it does not or throws.</summary>
    /// <param name="write">Writes, or refuses.</param>
    /// <param name="isStored">Whether an answer says that it is to be stored.</param>
    /// <param name="tables">The tables that it touches, whose seals are renewed; none for all.</param>
    /// <param name="note">What the audit keeps of it, asked for when something has changed; null for what the site writes down for itself.</param>
    /// <param name="cancellationToken">Gives up; nothing was changed then.</param>
    /// <exception cref="StorageException">The disk or the database refused; nothing was changed.</exception>
    public async Task<TAnswer> WriteAsync<TAnswer>(
        Func<SiteDbContext, CancellationToken, Task<TAnswer>> write, Predicate<TAnswer> isStored, IReadOnlyList<string> tables, Func<TAnswer, AuditNote>? note, CancellationToken cancellationToken)
    {
        if (!await _turn.WaitAsync(limit, cancellationToken).ConfigureAwait(false))
        {
            throw new StorageException(Words.WriteBusy.With(path)) { Retryable = true };
        }

        try
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SiteStore));
            using var context = new SiteDbContext(_options);
            context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;   // ours is around it already
            await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            var connection = (SqliteConnection)context.Database.GetDbConnection();
            DurableConnections.Assert(path, connection);
            using var transaction = await ImmediateTransaction.BeginAsync(connection, limit, cancellationToken).ConfigureAwait(false);
            var before = raw.sqlite3_total_changes(connection.Handle);
            var answer = await write(context, cancellationToken).ConfigureAwait(false);
            if (isStored(answer))
            {
                await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                if (raw.sqlite3_total_changes(connection.Handle) != before || tables is [AuditTable.Name])   // what is as it was needs no commit
                {
                    Commit(connection, transaction, tables, note?.Invoke(answer).At(time.GetUtcNow()));
                }
            }

            return answer;
        }
        catch (Exception failed) when (failed is DbException or DbUpdateException or IOException)
        {
            SiteConnections.LetGo(path);   // after a failed sync a connection is not to be trusted again
            throw Told(failed);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Waits for the writing that is under way. Whoever waits behind it, or comes later, is turned away and does not hang.</summary>
    public async ValueTask DisposeAsync()
    {
        _closed = true;
        await _turn.WaitAsync().ConfigureAwait(false);
        _turn.Release();   // the semaphore itself holds nothing to free, and late callers still need it to learn that it is over
        head.Dispose();
    }

    private void Commit(SqliteConnection connection, ImmediateTransaction transaction, IReadOnlyList<string> tables, AuditFacts? facts)
    {
        var number = (Ledger.Read(connection) ?? throw new StorageException(Words.NotWritten.With(path, Words.DamageCount))) + 1;
        if (facts is not null)
        {
            AuditTable.Append(connection, facts);
        }

        Seals.Keep(connection, tables);
        var edits = Ledger.ReadEdits(connection) + (IsEdit(tables) ? 1 : 0);
        Ledger.Write(connection, number);
        Ledger.WriteEdits(connection, edits);
        transaction.Commit();   // past this point the answer must be known
        head.Write(number, edits);
    }

    // What the site itself writes down of panels and cards comes again by itself; a person does not.
    private static bool IsEdit(IReadOnlyList<string> tables) => tables.Count == 0 || tables.Any(table => table is not ("truths" or "flash" or AuditTable.Name));

    private StorageException Told(Exception failed) => (failed.GetBaseException() as SqliteException)?.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StorageException(Words.WriteBusy.With(path), failed) { Retryable = true },
        raw.SQLITE_FULL => new StorageException(Words.DiskFull.With(path), failed) { Retryable = true },
        _ => new StorageException(Words.NotWritten.With(path, failed.GetBaseException().Message), failed),
    };
}
