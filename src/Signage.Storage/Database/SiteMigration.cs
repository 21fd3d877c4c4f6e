using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Signage.Storage.Database;

/// <summary>Brings a site's database to the version of this program, or refuses without touching it.</summary>
internal static class SiteMigration
{
    /// <exception cref="StorageException">The database is newer, foreign or damaged, or cannot be made durable.</exception>
    public static async Task RunAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var applied = SiteFile.AppliedMigrations(path);
        using var context = new SiteDbContext(SiteConnections.Options(path));
        var known = context.Database.GetMigrations().ToArray();
        if (applied?.Except(known).ToArray() is { Length: > 0 } unknown)
        {
            throw new StorageException($"{path}: written by a newer version of Signage (it knows {unknown[^1]}); it was left as it is, update the program.");
        }

        try
        {
            if (applied is not null && known.Except(applied).Any())
            {
                SiteBackup.Make(path, time.GetUtcNow());
            }

            await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            var connection = (SqliteConnection)context.Database.GetDbConnection();
            await DropAbandonedLockAsync(connection, cancellationToken).ConfigureAwait(false);
            Pragma.Set(connection, $"application_id={SiteFile.ApplicationId}");
            await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
            if (DurableConnections.Complaints(connection) is { Count: > 0 } complaints)
            {
                throw new StorageException($"{path}: SQLite does not keep what it promises here ({string.Join("; ", complaints)}); use a local disk.");
            }
        }
        catch (Exception failed) when (failed is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"{path}: cannot be prepared ({failed.Message}); check disk space and the owner of the folder.", failed);
        }
    }

    /// <summary>
    /// A process killed in the middle of a migration leaves the framework's lock row, and the next start would wait for it for ever. We hold the
    /// site's lock file, so whoever left the row is gone.
    /// </summary>
    private static async Task DropAbandonedLockAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DROP TABLE IF EXISTS \"__EFMigrationsLock\"";
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
