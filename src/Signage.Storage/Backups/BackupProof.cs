using System.Security.Cryptography;
using System.Text;
using Signage.Core.Text;
using Signage.Storage.Database;

namespace Signage.Storage.Backups;

/// <summary>Proves a backup: the file against the digest beside it, then its pages, seals and version as at any opening.</summary>
internal static class BackupProof
{
    /// <summary>The file with the digest, in the form that <c>sha256sum --check</c> reads.</summary>
    public static string DigestFile(string backup) => $"{backup}.sha256";

    /// <summary>SHA-256 of a file, lower-case hex.</summary>
    public static string Digest(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>Writes the digest of a file that will have another name once it is whole.</summary>
    public static void WriteDigest(string backup, string digest) =>
        DurableFiles.Write(DigestFile(backup), Encoding.UTF8.GetBytes($"{digest}  {Path.GetFileName(backup)}\n"));

    /// <summary>The backup, proven.</summary>
    /// <exception cref="StorageException">It is not whole, or the disk does not give it; the message says what is wrong.</exception>
    public static BackupInfo Verify(string backup)
    {
        try
        {
            var told = Directory.Exists(backup) ? throw new StorageException(Words.BackupIsFolder.With(backup))
                : !File.Exists(backup) ? throw NotWhole(backup, Words.BackupGone)
                : !File.Exists(DigestFile(backup)) ? throw NotWhole(backup, Words.BackupWithoutDigest)
                : File.ReadAllText(DigestFile(backup)).Split(' ')[0].Trim();
            var found = Digest(backup);
            return told == found ? Inspect(backup, backup, found) : throw NotWhole(backup, Words.BackupDigestDiffers);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(Words.NotRead.With(backup, refused.Message), refused);
        }
    }

    /// <summary>Looks into a backup, under the name that it will have.</summary>
    /// <exception cref="StorageException">It is not whole, foreign, or newer than this program.</exception>
    public static BackupInfo Inspect(string file, string name, string digest) => SiteFile.Look(file, SiteMigration.Known(file)) switch
    {
        FileState.Whole { TakenAt: { } taken } whole => new BackupInfo(name, taken, new FileInfo(file).Length, digest, whole.Applied[^1], whole.Writings) { Edits = whole.Edits },
        FileState.Damaged damaged => throw NotWhole(name, damaged.What),
        _ => throw NotWhole(name, Words.BackupEmpty),
    };

    private static StorageException NotWhole(string backup, string what) => new(Words.BackupNotWhole.With(backup, what));
}
