using System.ComponentModel;
using System.Runtime.InteropServices;
using Signage.Core.Text;

namespace Signage.Storage.Database;

/// <summary>Files and names that survive a power cut once a call returns. A file's content and its name are two things, and each has to be told to the disk.</summary>
internal static partial class DurableFiles
{
    private const int InvalidArgument = 22;

    /// <summary>Copies a file, its bytes on the disk; replaces what a copy before left unfinished.</summary>
    public static void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var target = new FileStream(to, FileMode.Create, FileAccess.Write, FileShare.None);
        source.CopyTo(target);
        target.Flush(flushToDisk: true);
    }

    /// <summary>Writes a small file, its bytes on the disk.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var target = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        target.Write(bytes);
        target.Flush(flushToDisk: true);
    }

    /// <summary>Brings what somebody else wrote to a file to the disk.</summary>
    public static void Sync(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Renames within one folder, in one step, and durably; what had the name before is gone.</summary>
    public static void Rename(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        SyncFolder(Path.GetDirectoryName(to)!);
    }

    /// <summary>Brings the names within a folder to the disk.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void SyncFolder(string folder)
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

    private static IOException Failure(string folder) => 
        new(Words.FolderNotFlushed.With(folder, new Win32Exception(Marshal.GetLastPInvokeError()).Message));

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int handle);

    [LibraryImport("libc")]
    private static partial int close(int handle);
}
