using Microsoft.Data.Sqlite;
using Signage.Core.Text;
using Signage.Storage.Backups;
using Signage.Storage.Database;
using Signage.Storage.Proofs;

namespace Signage.Storage.Recovery;

/// <summary>What happens to a site's database before anybody uses it: looked at, restored or brought up to date, and compared with what was acknowledged. The caller holds its lock.</summary>
/// <param name="path">The database.</param>
/// <param name="options">What is done when it is damaged.</param>
/// <param name="time">Stamps what is kept.</param>
internal sealed class Opening(string path, StoreOptions options, TimeProvider time)
{
    private readonly IReadOnlyList<string> _known = SiteMigration.Known(path);

    /// <summary>Opens.</summary>
    /// <param name="head">The number of the last acknowledged writing; written anew when the database knows of fewer.</param>
    /// <param name="cancellationToken">Gives up between steps.</param>
    /// <exception cref="StorageException">It cannot be used.</exception>
    public async Task<OpeningReport> RunAsync(HeadFile head, CancellationToken cancellationToken)
    {
        try
        {
            var acknowledged = head.Read() ?? 0;
            var report = Settle(acknowledged, cancellationToken);
            await SiteMigration.RunAsync(path, cancellationToken).ConfigureAwait(false);
            if (report.LostWritings > 0)
            {
                Forgive(head, acknowledged + 1);   // told once; and later backups get greater numbers than earlier ones
            }

            return report;
        }
        catch (Exception refused) when (refused is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw SiteFile.NoRoom(path, refused) ?? new StorageException(Words.NotPrepared.With(path, refused.Message), refused);
        }
    }

    /// <summary>Sees to it that a whole database is there, or none.</summary>
    private OpeningReport Settle(long acknowledged, CancellationToken cancellationToken)
    {
        var (interrupted, aside) = Replacement.Finish(path);
        var state = SiteFile.Look(path, _known);
        if (interrupted && state is FileState.Whole whole)
        {
            return new OpeningReport.Restored(whole.TakenAt ?? time.GetUtcNow(), null, Words.RestoreInterrupted, aside);
        }

        if (state is FileState.Damaged damaged)
        {
            return options.WhenDamaged == DamagePolicy.Refuse
                ? throw new StorageException(Words.DamagedRefused.With(path, damaged.What))
                : Restore(damaged.What, acknowledged, cancellationToken) ?? throw new StorageException(Words.DamagedWithoutBackup.With(path, damaged.What));
        }

        return (state is FileState.Nothing && options.WhenDamaged == DamagePolicy.RestoreNewest ? Restore(Words.DamageGone, acknowledged, cancellationToken) : null)
            ?? Report(state, acknowledged, cancellationToken);
    }

    private OpeningReport.Restored? Restore(string because, long acknowledged, CancellationToken cancellationToken)
    {
        if (BackupShelf.Proven(path, cancellationToken) is not [var newest, ..])
        {
            return null;
        }

        Replacement.Decide(path, newest.Path, Replacement.Damaged, Math.Max(acknowledged, newest.Writings) + 1, time.GetUtcNow());
        var (_, aside) = Replacement.Finish(path);
        return new OpeningReport.Restored(newest.TakenAt, newest.Path, because, aside) { LostWritings = Math.Max(0, acknowledged - newest.Writings) };
    }

    private OpeningReport Report(FileState state, long acknowledged, CancellationToken cancellationToken)
    {
        if (state is not FileState.Whole whole)
        {
            return new OpeningReport.Fresh { LostWritings = acknowledged };
        }

        var lost = Math.Max(0, acknowledged - whole.Writings);
        return whole.Applied.Count == _known.Count
            ? new OpeningReport.Opened { LostWritings = lost }
            : new OpeningReport.Migrated(BackupShelf.Add(path, BackupFolder.Migration, BackupFolder.KeptMigrations, time.GetUtcNow(), cancellationToken)) { LostWritings = lost };
    }

    private void Forgive(HeadFile head, long number)
    {
        using var connection = new SqliteConnection(SiteConnections.Alone(path));
        connection.Open();
        Pragma.Set(connection, "synchronous=FULL");
        Ledger.Write(connection, number);
        head.Write(number, Ledger.ReadEdits(connection));
    }
}
