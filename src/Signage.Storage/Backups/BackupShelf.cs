namespace Signage.Storage.Backups;

/// <summary>The backups of a site that are kept beside it.</summary>
internal static class BackupShelf
{
    /// <summary>Makes one and removes the oldest of its kind; they go only once it is there.</summary>
    /// <exception cref="StorageException">The disk refuses.</exception>
    public static BackupInfo Add(string database, string kind, int kept, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var info = BackupMaker.Make(database, BackupFolder.NewName(database, kind, now), now, cancellationToken);
            BackupFolder.Prune(database, kind, kept, info.Path);
            return info;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw BackupMaker.Failed(BackupFolder.Of(database), refused);
        }
    }

    /// <summary>Those that prove whole, the newest first. A number that grows with every writing says which that is; a clock that was set back does not matter.</summary>
    public static IReadOnlyList<BackupInfo> Proven(string database, CancellationToken cancellationToken)
    {
        var proven = new List<BackupInfo>();
        foreach (var path in BackupFolder.All(database))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                proven.Add(BackupProof.Verify(path));
            }
            catch (StorageException)
            {
                // One that is damaged, or newer than this program, is none.
            }
        }

        return [.. proven.OrderByDescending(info => info.Writings).ThenByDescending(info => info.TakenAt)];
    }
}
