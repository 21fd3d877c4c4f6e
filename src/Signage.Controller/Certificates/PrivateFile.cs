using System.ComponentModel;
using System.Runtime.InteropServices;
using Signage.Core.Text;

namespace Signage.Controller.Certificates;

/// <summary>
/// Writes a file whole or not at all, and for its owner alone from its first byte: into another name, to the disk, then renamed, then the name to the disk.
/// Killed anywhere in between, what was there before is there still.
/// </summary>
internal static partial class PrivateFile
{
    /// <summary>What the other name ends with; a leftover of one who was killed is written over.</summary>
    public const string Unfinished = ".new";

    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Everybodys = Mine | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const int InvalidArgument = 22;

    /// <summary>Writes the file; only one writer of a folder at a time.</summary>
    /// <param name="path">Its name in the end.</param>
    /// <param name="bytes">What is to stand in it.</param>
    /// <param name="isOpen">True when others may read it.</param>
    /// <exception cref="IOException">The disk refuses; what was there before is there still.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool isOpen = false)
    {
        var unfinished = path + Unfinished;
        File.Delete(unfinished);

        using (var file = Open(unfinished, FileMode.CreateNew, isOpen ? Everybodys : Mine))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
        SyncFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Opens an empty file that nobody else can open meanwhile.</summary>
    /// <exception cref="IOException">Another has it, or the disk refuses.</exception>
    public static FileStream Lock(string path) => Open(path, FileMode.OpenOrCreate, Mine);

    // The mode counts when a file is made; a umask only takes away from it.
    private static FileStream Open(string path, FileMode how, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = how, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        return new FileStream(path, options);
    }

    private static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;   // its file system writes names down by itself, and gives out no folders to sync
        }

        var handle = open(folder, 0);
        if (handle < 0)
        {
            throw Failure(folder);
        }

        try
        {
            // Some network file systems cannot sync a folder and say so; there is nothing more to be done there.
            if (fsync(handle) != 0 && Marshal.GetLastPInvokeError() != InvalidArgument)
            {
                throw Failure(folder);
            }
        }
        finally
        {
            _ = close(handle);   // nothing was written through it
        }
    }

    private static IOException Failure(string folder) => new(Words.CertFolderNotFlushed.With(folder, new Win32Exception(Marshal.GetLastPInvokeError()).Message));

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int handle);

    [LibraryImport("libc")]
    private static partial int close(int handle);
}
