using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Signage.Core.Text;

namespace Signage.Disks;

/// <summary>
/// 落盘: waits until the disk has a file, or the names in a folder, and says so when it refuses. A file's content and its name are two things, and each has to be told to the disk.
/// </summary>
/// <remarks>
/// By calls of our own. <c>FileStream.Flush(true)</c> of .NET 10 drops what fsync answers on Unix, so a disk that is broken or full would be taken for one that has the file
/// (<c>tests/PowerCut.Tests/DiskErrorTests.cs</c> shows both).
/// </remarks>
public static partial class DiskSync
{
    private const int Interrupted = 4;
    private const int InvalidArgument = 22;
    private const int ReadOnlyFileSystem = 30;

    // Of Linux, the same on x64 and arm64: the handle is not for children.
    private const int CloseOnExec = 0x80000;

    /// <summary>Brings what was written to a file to the disk.</summary>
    /// <exception cref="IOException">The disk refuses: nobody knows what of the file is on it.</exception>
    public static void Flush(FileStream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (OperatingSystem.IsWindows())
        {
#pragma warning disable RS0030 // the one place: what FlushFileBuffers answers is not dropped
            file.Flush(flushToDisk: true);
#pragma warning restore RS0030
            return;
        }

        file.Flush();
        if (Sync(file.SafeFileHandle) is not 0 and var error)
        {
            throw new IOException(Words.NotFlushed.With(file.Name, Text(error)));
        }
    }

    /// <summary>Brings the names within a folder to the disk. On Windows the file system does that by itself, and gives out no folders to sync.</summary>
    /// <exception cref="IOException">The disk refuses: a name that was given or taken just now may not be so after a power cut.</exception>
    public static void FlushNames(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = OpenFolder(folder);
        var error = handle.IsInvalid ? Marshal.GetLastPInvokeError() : Sync(handle);
        if (error != 0)
        {
            throw new IOException(Words.NotFlushed.With(folder, Text(error)));
        }
    }

    /// <summary>Opens a folder so that no process that is started meanwhile inherits it. Not on Windows.</summary>
    internal static SafeFileHandle OpenFolder(string folder) => new(open(folder, OperatingSystem.IsLinux() ? CloseOnExec : 0), ownsHandle: true);

    // The number of the error, or 0. Pipes, some network file systems and what cannot be written anyway have nothing to sync and say so.
    private static int Sync(SafeFileHandle handle)
    {
        int error;
        do
        {
            error = fsync(handle) == 0 ? 0 : Marshal.GetLastPInvokeError();
        }
        while (error == Interrupted);
        return error is InvalidArgument or ReadOnlyFileSystem ? 0 : error;
    }

    private static string Text(int error) => new Win32Exception(error).Message;

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(SafeFileHandle handle);
}
