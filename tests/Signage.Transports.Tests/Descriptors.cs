namespace Signage.Transports.Tests;

/// <summary>Open files and sockets of this process. Other tests run beside: compare with room to spare.</summary>
internal static class Descriptors
{
    public static int Count() => Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length : 0;
}
