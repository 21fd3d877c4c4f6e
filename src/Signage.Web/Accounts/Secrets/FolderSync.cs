using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Signage.Web.Accounts.Secrets;

/// <summary>Brings the names within a folder to the disk: a file's content and its name are two things, and each has to be told to it.</summary>
internal static partial class FolderSync
{
    private const int InvalidArgument = 22;

    /// <summary>Returns when the names are there.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;   // its file system writes names down by itself, and gives out no folders to sync
        }

        var handle = open(folder, 0);
        if (handle < 0)
        {
            throw Failure();
        }

        try
        {
            // Some network file systems cannot sync a folder and say so; there is nothing more to be done there.
            if (fsync(handle) != 0 && Marshal.GetLastPInvokeError() != InvalidArgument)
            {
                throw Failure();
            }
        }
        finally
        {
            _ = close(handle);   // nothing was written through it
        }
    }

    // In the words of the system; whoever asked says which folder it was.
    private static IOException Failure() => new(new Win32Exception(Marshal.GetLastPInvokeError()).Message);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int handle);

    [LibraryImport("libc")]
    private static partial int close(int handle);
}
