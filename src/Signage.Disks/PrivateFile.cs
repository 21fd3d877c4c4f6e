using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Signage.Core.Text;

namespace Signage.Disks;

/// <summary>
/// Writes a file whole or not at all, and for its owner alone from its first byte: into another name, to the disk, then renamed, then the name to the disk.
/// Killed anywhere in between, what was there before is there still; refused by the disk in between, nothing of the new one is left behind.
/// </summary>
public static partial class PrivateFile
{
    /// <summary>What the other name ends with; a leftover of one who was killed is written over.</summary>
    public const string Unfinished = ".new";

    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Everybodys = Mine | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    // Of Linux, the same on x64 and arm64: to be read, without waiting for another end, not for children.
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;

    /// <summary>Writes the file; only one writer of a folder at a time.</summary>
    /// <param name="path">Its name in the end.</param>
    /// <param name="bytes">What is to stand in it.</param>
    /// <param name="isOpen">True when others may read it.</param>
    /// <exception cref="NotFlushedException">The file is there under its name, but may not be after a power cut.</exception>
    /// <exception cref="IOException">Any other: the disk refuses; what was there before is there still.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool isOpen = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var unfinished = path + Unfinished;
        File.Delete(unfinished);
        try
        {
            using (var file = Open(unfinished, FileMode.CreateNew, isOpen ? Everybodys : Mine))
            {
                file.Write(bytes);
                DiskSync.Flush(file);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);   // part of it may be a secret
            throw;
        }

        FlushNames(Path.GetDirectoryName(path)!);
    }

    /// <summary>Opens a file to be read by whoever may; others may replace it meanwhile.</summary>
    /// <exception cref="IOException">There is none, it cannot be read, or it is a pipe or a device, which would be waited for.</exception>
    /// <exception cref="UnauthorizedAccessException">It is somebody else's.</exception>
    public static FileStream OpenToRead(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            var handle = new SafeFileHandle(open(path, CloseOnExec | NonBlocking), ownsHandle: true);
            if (!handle.IsInvalid)
            {
                var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
                if (stream.CanSeek)
                {
                    return stream;
                }

                stream.Dispose();
                throw new IOException(Words.NoRegularFile);
            }

            handle.Dispose();   // why, the framework says better below
        }

        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
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

    private static void FlushNames(string folder)
    {
        try
        {
            DiskSync.FlushNames(folder);
        }
        catch (IOException refused)
        {
            throw new NotFlushedException(Words.NameNotFlushed.With(refused.Message), refused);
        }
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);
}
