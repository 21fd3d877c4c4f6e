using Signage.Core.Text;

namespace Signage.Storage.Database;

/// <summary>
/// The right of one process to a site's database, held as an open lock file beside it. The operating system lets go when the process dies, so a
/// kill leaves nothing to clean up; the file itself stays, because deleting it would race with the next owner.
/// </summary>
internal sealed class SiteLock : IDisposable
{
    private const int WouldBlock = 11;

    private const int SharingViolation = 32;

    private readonly FileStream _file;

    private SiteLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="StorageException">Another process, or another part of this one, holds it, or the folder cannot be written.</exception>
    public static SiteLock Take(string databasePath)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(databasePath)!);
            return new SiteLock(new FileStream($"{databasePath}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new StorageException(Words.FolderDenied.With(databasePath), denied);
        }
        catch (IOException held) when (File.Exists($"{databasePath}.lock") && (held.HResult & 0xFFFF) is WouldBlock or SharingViolation)
        {
            throw new StorageException(Words.SiteHeld.With(databasePath), held);
        }
        catch (IOException refused)
        {
            throw new StorageException(Words.FolderNotWritable.With(databasePath, refused.Message), refused);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
