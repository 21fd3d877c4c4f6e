using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Disks;

namespace Signage.Cli.Signing;

/// <summary>Files of strangers, taken in up to a bound, and files of one's own, which nobody else can read and which replace nothing.</summary>
internal static class BoundedFile
{
    /// <summary>A file whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The most bytes that it may have. What has no length, such as a pipe, is read as far.</param>
    /// <exception cref="UserError">There is no such file, or it is longer.</exception>
    public static byte[] Read(string path, int most)
    {
        if (Directory.Exists(path))
        {
            throw new UserError(Words.FolderNotFile.With(path));
        }

        if (!File.Exists(path))
        {
            throw new UserError(Words.NoSuchFile.With(path));
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var taken = new MemoryStream();
        var piece = new byte[81_920];
        for (var count = file.Read(piece); count > 0; count = file.Read(piece))
        {
            taken.Write(piece, 0, count);
            if (taken.Length > most)
            {
                throw new UserError(Words.FileTooLong.With(path, most));
            }
        }

        return taken.ToArray();
    }

    /// <summary>Writes a file that was not there, for its owner alone.</summary>
    /// <exception cref="UserError">There is a file of that name.</exception>
    public static void WriteNew(string path, ReadOnlySpan<byte> bytes)
    {
        if (Path.Exists(path))
        {
            throw new UserError(Words.FileIsThere.With(path));
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(bytes);
        DiskSync.Flush(file);
    }
}
