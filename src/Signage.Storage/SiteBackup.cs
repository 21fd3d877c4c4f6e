using Signage.Core.Text;
using Signage.Storage.Backups;
using Signage.Storage.Database;
using Signage.Storage.Proofs;
using Signage.Storage.Recovery;

namespace Signage.Storage;

/// <summary>Backups of a site's database, for whoever does not run the site. A running site makes them with <see cref="SiteStore.BackupAsync(CancellationToken)"/>.</summary>
public static class SiteBackup
{
    /// <summary>The backups in the folder <c>backups</c> beside a database that prove whole, the newest first. The site may run.</summary>
    /// <param name="databasePath">The database; it need not exist.</param>
    /// <param name="cancellationToken">Gives up between two backups.</param>
    public static Task<IReadOnlyList<BackupInfo>> ListAsync(string databasePath, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(databasePath);
        return Task.Run(() => BackupShelf.Proven(Path.GetFullPath(databasePath), cancellationToken), cancellationToken);
    }

    /// <summary>Proves one backup: its digest, its pages, its seals and its version.</summary>
    /// <param name="backupPath">The backup, with its digest beside it.</param>
    /// <param name="cancellationToken">Gives up before it begins.</param>
    /// <exception cref="StorageException">It is not whole; the message says what is wrong.</exception>
    public static Task<BackupInfo> VerifyAsync(string backupPath, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(backupPath);
        return Task.Run(() => BackupProof.Verify(Path.GetFullPath(backupPath)), cancellationToken);
    }

    /// <summary>
    /// Proves a backup and puts it in the place of a database while the site does not run. The database that was there is kept beside it under a
    /// name that ends in <c>.replaced-TIME</c>. A power cut leaves the old database, or a restoration that the next opening finishes.
    /// </summary>
    /// <param name="databasePath">The database; it need not exist.</param>
    /// <param name="backupPath">The backup, with its digest beside it.</param>
    /// <param name="time">Stamps the database that is replaced.</param>
    /// <param name="cancellationToken">Gives up before anything is changed.</param>
    /// <exception cref="StorageException">The site runs, the backup is not whole, or the disk refuses.</exception>
    public static Task<RestoreReport> RestoreAsync(string databasePath, string backupPath, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(databasePath);
        ArgumentException.ThrowIfNullOrEmpty(backupPath);
        ArgumentNullException.ThrowIfNull(time);
        return Task.Run(() => Restore(Path.GetFullPath(databasePath), Path.GetFullPath(backupPath), time, cancellationToken), cancellationToken);
    }

    private static RestoreReport Restore(string database, string backup, TimeProvider time, CancellationToken cancellationToken)
    {
        // Before the lock, which makes a folder for its file where there is none.
        var proven = BackupProof.Verify(backup);
        using var held = SiteLock.Take(database);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            Replacement.Finish(database);   // one that a power cut interrupted is older than this wish
            using var head = HeadFile.Open(database);
            var acknowledged = head.Read() ?? 0;
            var number = Math.Max(acknowledged, proven.Writings) + 1;
            Replacement.Decide(database, backup, Replacement.Replaced, number, time.GetUtcNow());
            var (_, aside) = Replacement.Finish(database);
            var edits = head.ReadEdits() ?? 0;
            head.Write(number, proven.Edits);
            return new RestoreReport(proven, aside, Math.Max(0, edits - proven.Edits));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            throw new StorageException(Words.RestoreFailed.With(database, refused.Message), refused);
        }
    }
}
