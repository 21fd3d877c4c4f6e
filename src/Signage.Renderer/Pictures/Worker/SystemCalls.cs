using System.Runtime.InteropServices;

namespace Signage.Renderer.Pictures.Worker;

/// <summary>
/// The calls of Linux that a process may still make once it decodes: memory, threads and signals of its own, the clock, its pipes, and its end. Nothing that opens, connects, starts,
/// removes, or reaches another process. What is not listed is refused, so what a later kernel brings is refused as well.
/// </summary>
/// <param name="Architecture">As the kernel names it (linux/audit.h).</param>
/// <param name="Free">May be made with any arguments.</param>
/// <param name="NewThread">clone(2).</param>
/// <param name="NewThread3">clone3(2).</param>
/// <param name="ThreadSignal">tgkill(2).</param>
/// <param name="Signal">kill(2).</param>
/// <param name="Limits">prlimit64(2).</param>
/// <param name="Processors">sched_setaffinity(2).</param>
/// <param name="Control">prctl(2).</param>
/// <param name="Filter">seccomp(2).</param>
internal sealed record SystemCalls(
    uint Architecture, IReadOnlyList<uint> Free, uint NewThread, uint NewThread3, uint ThreadSignal, uint Signal, uint Limits, uint Processors, uint Control, uint Filter)
{
    // The numbers of x64 (asm/unistd_64.h) and of the generic table that arm64 uses (asm-generic/unistd.h).
    private static readonly (string Name, uint X64, uint Arm64)[] Harmless =
    [
        ("read", 0, 63), ("readv", 19, 65), ("write", 1, 64), ("writev", 20, 66), ("close", 3, 57), ("fstat", 5, 80), ("lseek", 8, 62), ("pread64", 17, 67), ("ppoll", 271, 73), ("pipe2", 293, 59),
        ("mmap", 9, 222), ("mprotect", 10, 226), ("munmap", 11, 215), ("mremap", 25, 216), ("brk", 12, 214), ("madvise", 28, 233), ("mincore", 27, 232), ("membarrier", 324, 283),
        ("futex", 202, 98), ("set_robust_list", 273, 99), ("rseq", 334, 293), ("set_tid_address", 218, 96), ("gettid", 186, 178), ("getpid", 39, 172), ("sched_yield", 24, 124),
        ("sched_getaffinity", 204, 123), ("sched_getparam", 143, 121), ("sched_getscheduler", 145, 120),
        ("getcpu", 309, 168), ("rt_sigaction", 13, 134), ("rt_sigprocmask", 14, 135), ("rt_sigreturn", 15, 139), ("sigaltstack", 131, 132),
        ("clock_gettime", 228, 113), ("clock_getres", 229, 114), ("clock_nanosleep", 230, 115), ("nanosleep", 35, 101), ("gettimeofday", 96, 169), ("restart_syscall", 219, 128),
        ("getrusage", 98, 165), ("getrlimit", 97, 163), ("sysinfo", 99, 179), ("getrandom", 318, 278), ("exit", 60, 93), ("exit_group", 231, 94),
    ];

    /// <summary>Those of x64; besides poll(2), which arm64 does not have.</summary>
    public static SystemCalls X64 { get; } = new(0xC000_003E, [.. Harmless.Select(call => call.X64), 7], 56, 435, 234, 62, 302, 203, 157, 317);

    /// <summary>Those of arm64.</summary>
    public static SystemCalls Arm64 { get; } = new(0xC000_00B7, [.. Harmless.Select(call => call.Arm64)], 220, 435, 131, 129, 261, 122, 167, 277);

    /// <summary>Those of the machine that this runs on; null where they are not known.</summary>
    public static SystemCalls? OfThisMachine => RuntimeInformation.ProcessArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => X64,
        System.Runtime.InteropServices.Architecture.Arm64 => Arm64,
        _ => null,
    };
}
