using System.Globalization;
using System.Runtime.InteropServices;

namespace Signage.Renderer.Pictures.Worker;

/// <summary>
/// Limits of Linux (setrlimit(2), alarm(2), prctl(2), seccomp(2)), hard ones, so that the process cannot raise them again. RLIMIT_DATA counts every private page that may be written
/// to, whoever asked for it; RLIMIT_AS is set above what the runtime has reserved already, since a heap reserves far more than it uses. The filter of calls comes last: with it the process cannot even set a limit.
/// </summary>
internal static partial class LinuxLimits
{
    // The numbers of the generic ABI (asm-generic/resource.h), which x64 and arm64 share.
    private const int ProcessorTime = 0;
    private const int FileSize = 1;
    private const int Data = 2;
    private const int Core = 4;
    private const int OpenFiles = 7;
    private const int AddressSpace = 9;

    // Of linux/prctl.h.
    private const int SetDumpable = 4;
    private const int SetNoNewPrivileges = 38;

    private const int MostOpenFiles = 64;
    private const string MostExpendable = "1000";

    /// <summary>Sets them all.</summary>
    /// <returns>Null when they hold; else why nothing may be decoded here.</returns>
    public static WorkerEnd? Set(WorkerWords limits)
    {
        // proc(5): the whole, and sixth what may be written to.
        var pages = File.ReadAllText("/proc/self/statm").Split(' ');
        var (reserved, written) = (Bytes(pages[0]), Bytes(pages[5]));
        if (written > (ulong)limits.MemoryBytes)
        {
            return WorkerEnd.OutOfMemory;
        }

        DieFirst();

        // Ends the process at its deadline even if the one that should is gone.
        _ = alarm((uint)limits.Seconds);
        var all = Set(Core, 0) && Set(FileSize, 0) && Set(OpenFiles, MostOpenFiles) && Set(ProcessorTime, (ulong)limits.ProcessorSeconds, (ulong)limits.ProcessorSeconds + 1)
            && Set(Data, (ulong)limits.MemoryBytes) && Set(AddressSpace, reserved + (ulong)limits.MemoryBytes)
            && prctl(SetDumpable, 0, 0, 0, 0) == 0 && prctl(SetNoNewPrivileges, 1, 0, 0, 0) == 0
            && SystemCallFilter.TrySet();
        return all ? null : WorkerEnd.Unlimited;
    }

    private static ulong Bytes(string pages) => ulong.Parse(pages, CultureInfo.InvariantCulture) * (ulong)Environment.SystemPageSize;

    // Where the machine, or the unit that the site runs in, has no memory left, this process goes and not the one that drives panels.
    private static void DieFirst()
    {
        try
        {
            File.WriteAllText("/proc/self/oom_score_adj", MostExpendable);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // Some containers show /proc without letting it be written. It is a wish to the kernel and no limit: those are set and hold without it.
        }
    }

    private static bool Set(int resource, ulong most) => Set(resource, most, most);

    // Where both limits of the processor's time are the same the kernel kills without saying what for; a second between them is time for the signal that says it.
    private static bool Set(int resource, ulong soft, ulong hard)
    {
        var limit = new Limit(soft, hard);
        return setrlimit(resource, limit) == 0;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int setrlimit(int resource, in Limit limit);

    [LibraryImport("libc")]
    private static partial uint alarm(uint seconds);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int prctl(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(ulong Soft, ulong Hard);
}
