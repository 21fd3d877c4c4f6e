using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Signage.Storage.Database;

namespace Signage.Storage.Writing;

/// <summary>
/// The one writer of a site. Writings queue here and not in SQLite, whose own answer to a second writer is "database is locked". The queue is as
/// long as there are callers waiting; each waits with its own token.
/// </summary>
internal sealed class SiteWriter(string path, DbContextOptions<SiteDbContext> options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile bool _closed;

    /// <summary>
    /// Runs one writing in one immediate transaction: committed, and so on the disk, when it answers <see cref="StoreAnswer.Stored"/>, undone when it
    /// refuses or throws.
    /// </summary>
    /// <exception cref="StorageException">The disk or the database refused; nothing was changed.</exception>
    public async Task<StoreAnswer> WriteAsync(Func<SiteDbContext, CancellationToken, Task<StoreAnswer>> write, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SiteStore));
            using var context = new SiteDbContext(options);
            using var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            var answer = await write(context, cancellationToken).ConfigureAwait(false);
            if (answer is StoreAnswer.Stored)
            {
                await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);   // past this point the answer must be known
            }

            return answer;
        }
        catch (Exception failed) when (failed is DbException or DbUpdateException)
        {
            using var connection = new SqliteConnection(SiteConnections.ReadWrite(path));
            SqliteConnection.ClearPool(connection);   // after a failed sync a connection is not to be trusted again
            throw new StorageException($"{path}: could not be written ({failed.GetBaseException().Message}); nothing was changed.", failed);
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
    }
}
