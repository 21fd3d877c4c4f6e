using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Signage.Core.Text;
using Signage.Storage.Proofs;

namespace Signage.Storage.Database;

/// <summary>Brings a site's database to the version of this program.</summary>
internal static class SiteMigration
{
    /// <summary>The migrations that this program knows, oldest first.</summary>
    public static IReadOnlyList<string> Known(string path)
    {
        using var context = new SiteDbContext(SiteConnections.Options(path));
        return [.. context.Database.GetMigrations()];
    }

    /// <summary>Makes what is missing, and seals it.</summary>
    /// <exception cref="StorageException">It cannot be made durable, or the disk refuses.</exception>
    public static async Task RunAsync(string path, CancellationToken cancellationToken)
    {
        using var context = new SiteDbContext(SiteConnections.Options(path));
        try
        {
            await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            var connection = (SqliteConnection)context.Database.GetDbConnection();
            DurableConnections.Assert(path, connection);
            if (Pragma.Read(connection, "application_id") != $"{SiteFile.ApplicationId}")
            {
                // Setting what is set already would write all the same, and a full disk would keep a whole database from being used.
                Pragma.Set(connection, $"application_id={SiteFile.ApplicationId}");
            }

            var pending = (await context.Database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false)).ToArray();
            if (pending.Length > 0)
            {
                await MigrateAsync(context, connection, sealedBefore: !pending.Contains(SiteFile.FirstSealed), cancellationToken).ConfigureAwait(false);
            }

            if (!Seals.AreKept(connection))
            {
                using var transaction = connection.BeginTransaction();
                Seals.Keep(connection);
                transaction.Commit();
            }

            DurableConnections.Assert(path, connection);
        }
        catch (Exception failed) when (failed is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw SiteFile.NoRoom(path, failed) ?? new StorageException(Words.NotPrepared.With(path, failed.Message), failed);
        }
    }

    private static async Task MigrateAsync(SiteDbContext context, SqliteConnection connection, bool sealedBefore, CancellationToken cancellationToken)
    {
        if (sealedBefore)
        {
            Seals.Suspend(connection);
        }

        await DropLockAsync(connection, cancellationToken).ConfigureAwait(false);
        await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
        await DropLockAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// A process killed in the middle of a migration leaves the framework's lock row, and the next start would wait for it for ever. We hold the
    /// site's lock file, so whoever left the row is gone. Nor is its table left behind for later: what is not there cannot be damaged.
    /// </summary>
    private static async Task DropLockAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DROP TABLE IF EXISTS \"__EFMigrationsLock\"";
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
