using System.Diagnostics;

namespace Soak.Tests.Samples;

/// <summary>Reads what this process holds.</summary>
internal static class ProcessGauge
{
    private const string Descriptors = "/proc/self/fd";

    /// <summary>Collects what nobody holds, then looks.</summary>
    /// <param name="at">Real time since the soak began.</param>
    /// <param name="siteTime">The time of the site.</param>
    public static Sample Read(TimeSpan at, DateTimeOffset siteTime)
    {
        // Twice: what the first collection found finalizers for is free only after the second.
        Collect();
        GC.WaitForPendingFinalizers();
        Collect();
        using var process = Process.GetCurrentProcess();
        return new Sample(at, siteTime, GC.GetTotalMemory(false), Handles(process), process.Threads.Count, process.WorkingSet64);
    }

    private static int Handles(Process process) => Directory.Exists(Descriptors) ? Directory.GetFileSystemEntries(Descriptors).Length : process.HandleCount;

    private static void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
}
