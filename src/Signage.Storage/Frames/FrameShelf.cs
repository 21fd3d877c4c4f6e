using System.Security.Cryptography;
using Signage.Core.Frames;
using Signage.Core.Text;
using Signage.Disks;
using Signage.Storage.Database;

namespace Signage.Storage.Frames;

/// <summary>
/// The approved pictures of a site, each in a file whose name is its digest and whose bytes are the very ones that the digest is over. So a picture that was exchanged does not go by its name any more, and a
/// site whose renderer draws otherwise since an update goes on with what people have seen. For one writer; reading is safe beside it.
/// </summary>
/// <param name="folder">Where the files are; made when the first one is kept.</param>
public sealed class FrameShelf(string folder)
{
    private const string Unfinished = ".new";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Keeps a picture; it is on the disk once this returns. One that is there already is left as it is, unless it was damaged.</summary>
    /// <exception cref="StorageException">The picture is too large, or the disk refuses it.</exception>
    public void Keep(PixelFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var bytes = FrameBytes.Of(frame);
        if (bytes.Length > FrameBytes.Most)
        {
            throw new StorageException(Words.FrameTooLarge.With(frame.Size, bytes.Length, FrameBytes.Most));
        }

        if (Take(frame.Digest) is FrameAnswer.Found)
        {
            return;
        }

        try
        {
            MakeFolder(Path.GetDirectoryName(PathOf(frame.Digest))!);
            var unfinished = PathOf(frame.Digest) + Unfinished;
            DurableFiles.Write(unfinished, bytes);
            DurableFiles.Rename(unfinished, PathOf(frame.Digest));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(Words.FrameNotKept.With(frame.Digest, refused.Message), refused);
        }
    }

    /// <summary>Takes a picture out, and holds it against its name.</summary>
    public FrameAnswer Take(FrameDigest digest)
    {
        if (!IsName(digest.Hex))
        {
            return FrameAnswer.Missing.Instance;
        }

        try
        {
            using var file = new FileStream(PathOf(digest), FileMode.Open, FileAccess.Read, FileShare.Read);
            if (file.Length > FrameBytes.Most)
            {
                return new FrameAnswer.Damaged(Words.FrameDamaged.With(digest));
            }

            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return Convert.ToHexStringLower(SHA256.HashData(bytes)) == digest.Hex && FrameBytes.Read(bytes) is { } frame
                ? new FrameAnswer.Found(frame)
                : new FrameAnswer.Damaged(Words.FrameDamaged.With(digest));
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return FrameAnswer.Missing.Instance;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new FrameAnswer.Damaged(Words.FrameNotRead.With(digest, refused.Message));
        }
    }

    /// <summary>Removes what nobody needs any more, and what was left unfinished. Files of other names are none of ours and stay.</summary>
    /// <param name="needed">The pictures to keep.</param>
    /// <returns>How many pictures were removed.</returns>
    /// <exception cref="StorageException">The disk refuses.</exception>
    public int Forget(IReadOnlySet<FrameDigest> needed)
    {
        ArgumentNullException.ThrowIfNull(needed);
        if (!Directory.Exists(folder))
        {
            return 0;
        }

        try
        {
            var removed = 0;
            foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                var name = Path.GetFileName(Path.GetDirectoryName(path)) + Path.GetFileName(path);
                if (name.EndsWith(Unfinished, StringComparison.Ordinal) && IsName(name[..^Unfinished.Length]))
                {
                    File.Delete(path);
                }
                else if (IsName(name) && !needed.Contains(new FrameDigest(name)))
                {
                    File.Delete(path);
                    removed++;
                }
            }

            return removed;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(Words.FramesNotForgotten.With(folder, refused.Message), refused);
        }
    }

    private static bool IsName(string? hex) => hex is { Length: 64 } && hex.All(digit => digit is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    // 256 folders, so that none has more files than a person can look through.
    private string PathOf(FrameDigest digest) => Path.Combine(folder, digest.Hex[..2], digest.Hex[2..]);

    private void MakeFolder(string inner)
    {
        if (Directory.Exists(inner))
        {
            return;
        }

        foreach (var path in (string[])[folder, inner])
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, OwnerOnly);
            }
        }

        DiskSync.FlushNames(folder);
        DiskSync.FlushNames(Path.GetDirectoryName(Path.GetFullPath(folder))!);
    }
}
