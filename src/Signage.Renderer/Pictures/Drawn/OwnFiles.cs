using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Signage.Core.Text;

namespace Signage.Renderer.Pictures.Drawn;

/// <summary>Files that only this user reads, whole or not there after a power cut.</summary>
internal static partial class OwnFiles
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;
    private const int InvalidArgument = 22;

    // O_CLOEXEC of Linux, the same on x64 and arm64; the flags of others are not known here.
    private const int NotForOthers = 0x80000;

    /// <summary>Makes a folder that nobody else looks into. What is there already is narrowed.</summary>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);   // what is below the data folder of a service has its rights
            return;
        }

        Directory.CreateDirectory(folder, OwnFolder);
        File.SetUnixFileMode(folder, OwnFolder);
    }

    /// <summary>Writes a file under another name, brings it to the disk and gives it its name, in one step.</summary>
    public static async Task WriteAsync(string path, string unfinished, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnFile;
            }

            var file = new FileStream(unfinished, options);
            await using (file.ConfigureAwait(false))
            {
                await file.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        SyncFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Brings the names within a folder to the disk.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;   // its file system writes names down by itself, and gives out no folders to sync
        }

        using var handle = OpenFolder(folder);

        // Some network file systems cannot sync a folder and say so; there is nothing more to be done there.
        if (fsync(handle) != 0 && Marshal.GetLastPInvokeError() != InvalidArgument)
        {
            throw Failure(folder);
        }
    }

    /// <summary>Opens a folder so that no process that is started meanwhile, such as one that decodes, inherits it. Not on Windows.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static SafeFileHandle OpenFolder(string folder)
    {
        var handle = open(folder, OperatingSystem.IsLinux() ? NotForOthers : 0);
        return handle.IsInvalid ? throw Failure(folder) : handle;
    }

    private static IOException Failure(string folder) => new(Words.ShelfNotFlushed.With(folder, new Win32Exception(Marshal.GetLastPInvokeError()).Message));

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(SafeFileHandle handle);
}
