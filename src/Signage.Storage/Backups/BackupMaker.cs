using Microsoft.Data.Sqlite;
using Signage.Core.Text;
using Signage.Storage.Database;
using Signage.Storage.Proofs;

namespace Signage.Storage.Backups;

/// <summary>
/// Makes backups of a database that may be in use. A backup has its name only when it is whole, proven, and on the disk together with its digest;
/// whatever interrupts the making leaves a file whose name ends in <c>.part</c>.
/// </summary>
internal static class BackupMaker
{
    // ENOSPC, as .NET hands it on.
    private const int NoSpace = 28;

    /// <summary>Makes one. SQLite and disks work synchronously; whoever has something else to do calls this on another thread.</summary>
    /// <exception cref="StorageException">The disk refuses, the target exists, or what was read is not whole.</exception>
    public static BackupInfo Make(string database, string target, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Against(target) is { } reason)
        {
            throw new StorageException(reason);
        }

        var part = $"{target}.part";
        var made = false;
        try
        {
            File.Delete(part);
            Copy(database, part, now);
            cancellationToken.ThrowIfCancellationRequested();
            DurableFiles.Sync(part);
            var info = BackupProof.Inspect(part, target, BackupProof.Digest(part));
            cancellationToken.ThrowIfCancellationRequested();
            BackupProof.WriteDigest(target, info.Digest);
            DurableFiles.Rename(part, target);
            made = true;
            return info;
        }
        catch (Exception refused) when (refused is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw Failed(target, refused);
        }
        finally
        {
            if (!made)
            {
                Forget([part, $"{part}-journal", BackupProof.DigestFile(target)]);
            }
        }
    }

    /// <summary>The failure in words.</summary>
    public static StorageException Failed(string target, Exception refused) => new(Words.BackupFailed.With(target, What(refused)), refused)
    {
        Retryable = refused is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_FULL },
    };

    private static string? Against(string target) =>
        Directory.Exists(target) ? Words.BackupToFolder.With(target)
        : File.Exists(target) ? Words.BackupExists.With(target)
        : !Directory.Exists(Path.GetDirectoryName(target)) ? Words.BackupWithoutFolder.With(target)
        : null;

    private static string What(Exception refused) => refused switch
    {
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } or IOException { HResult: NoSpace } => Words.WhyDiskFull,
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY } or UnauthorizedAccessException => Words.WhyNotWritable,
        _ => refused.Message,
    };

    private static void Copy(string database, string part, DateTimeOffset now)
    {
        using var from = new SqliteConnection(SiteConnections.ReadOnly(database));
        using var to = new SqliteConnection(SiteConnections.Alone(part));
        from.Open();
        to.Open();
        from.BackupDatabase(to);   // as of one instant, what is still in the log included; writings go on meanwhile
        Pragma.Set(to, "journal_mode=DELETE");   // one file, complete in itself, whoever copies it where
        Ledger.WriteTaken(to, now);
    }

    private static void Forget(string[] files)
    {
        foreach (var file in files)
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                // The failure that brought us here is the one to tell; an unfinished file is never taken for a backup.
            }
        }
    }
}
