using Signage.Disks;

namespace Signage.Storage.Database;

/// <summary>Files and names that survive a power cut once a call returns. A file's content and its name are two things, and each has to be told to the disk.</summary>
internal static class DurableFiles
{
    /// <summary>Copies a file, its bytes on the disk; replaces what a copy before left unfinished.</summary>
    public static void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var target = new FileStream(to, FileMode.Create, FileAccess.Write, FileShare.None);
        source.CopyTo(target);
        DiskSync.Flush(target);
    }

    /// <summary>Writes a small file, its bytes on the disk.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var target = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        target.Write(bytes);
        DiskSync.Flush(target);
    }

    /// <summary>Brings what somebody else wrote to a file to the disk.</summary>
    public static void Sync(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        DiskSync.Flush(file);
    }

    /// <summary>Renames within one folder, in one step, and durably; what had the name before is gone.</summary>
    public static void Rename(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        DiskSync.FlushNames(Path.GetDirectoryName(to)!);
    }
}
