using Signage.Renderer.Pictures.Worker;

namespace Signage.Renderer.Tests.Pictures;

/// <summary>
/// The filter of the process that decodes, run step by step as the kernel does, for both architectures; the numbers are those of the kernel's own headers. What the kernel makes of it is
/// tested end to end.
/// </summary>
public sealed class SystemCallFilterTests
{
    private const uint Self = 4_711;
    private const uint X64 = 0xC000_003E;
    private const uint Arm64 = 0xC000_00B7;

    // glibc's flags for a thread, and fork's.
    private const uint Thread = 0x3D_0F00;
    private const uint Fork = 0x0120_0011;

    public static TheoryData<string, uint, uint> Forbidden => new()
    {
        { "socket", 41, 198 }, { "socketpair", 53, 199 }, { "connect", 42, 203 }, { "bind", 49, 200 }, { "sendto", 44, 206 }, { "sendmsg", 46, 211 },
        { "openat", 257, 56 }, { "openat2", 437, 437 }, { "open_by_handle_at", 304, 265 }, { "memfd_create", 319, 279 }, { "ioctl", 16, 29 }, { "fcntl", 72, 25 },
        { "unlinkat", 263, 35 }, { "renameat2", 316, 276 }, { "linkat", 265, 37 }, { "mkdirat", 258, 34 }, { "truncate", 76, 45 }, { "ftruncate", 77, 46 }, { "fchmodat", 268, 53 },
        { "execve", 59, 221 }, { "execveat", 322, 281 }, { "ptrace", 101, 117 }, { "process_vm_writev", 311, 271 }, { "pidfd_open", 434, 434 }, { "tkill", 200, 130 },
        { "rt_sigqueueinfo", 129, 138 }, { "setpriority", 141, 140 }, { "setrlimit", 160, 164 }, { "setitimer", 38, 103 }, { "seccomp", 317, 277 }, { "bpf", 321, 280 },
        { "io_uring_setup", 425, 425 }, { "userfaultfd", 323, 282 }, { "keyctl", 250, 219 }, { "shmget", 29, 194 }, { "mount", 165, 40 }, { "unshare", 272, 97 }, { "a call to come", 9_999, 9_999 },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void B06_Filter_WhenACallReachesOutOfTheProcess_RefusesIt(string call, uint x64, uint arm64)
    {
        Assert.Equal((call, SystemCallFilter.Refused), (call, Run(X64, x64, 0)));
        Assert.Equal((call, SystemCallFilter.Refused), (call, Run(Arm64, arm64, 0)));
    }

    // Calls that only x64 has: open, creat, unlink, rename, fork, vfork, alarm.
    [Theory]
    [InlineData(2)]
    [InlineData(85)]
    [InlineData(87)]
    [InlineData(82)]
    [InlineData(57)]
    [InlineData(58)]
    [InlineData(37)]
    public void B06_Filter_WhenACallOfX64IsOld_RefusesIt(uint number) => Assert.Equal(SystemCallFilter.Refused, Run(X64, number, 0));

    [Theory]
    [InlineData("read", 0, 63)]
    [InlineData("write", 1, 64)]
    [InlineData("mmap", 9, 222)]
    [InlineData("munmap", 11, 215)]
    [InlineData("madvise", 28, 233)]
    [InlineData("futex", 202, 98)]
    [InlineData("rt_sigreturn", 15, 139)]
    [InlineData("membarrier", 324, 283)]
    [InlineData("pipe2", 293, 59)]
    [InlineData("exit_group", 231, 94)]
    public void B06_Filter_WhenTheRuntimeLivesByACall_AllowsIt(string call, uint x64, uint arm64)
    {
        Assert.Equal((call, SystemCallFilter.Allowed), (call, Run(X64, x64, 0)));
        Assert.Equal((call, SystemCallFilter.Allowed), (call, Run(Arm64, arm64, 0)));
    }

    [Theory]
    [InlineData("a thread", 56, 220, Thread, SystemCallFilter.Allowed)]
    [InlineData("a process", 56, 220, Fork, SystemCallFilter.Refused)]
    [InlineData("a thread with a network of its own", 56, 220, Thread | 0x4000_0000, SystemCallFilter.Refused)]
    [InlineData("clone3, whose flags cannot be seen", 435, 435, 0, SystemCallFilter.Unknown)]
    [InlineData("a signal for a thread of its own", 234, 131, Self, SystemCallFilter.Allowed)]
    [InlineData("a signal for a thread of another", 234, 131, 1, SystemCallFilter.Refused)]
    [InlineData("a signal for itself", 62, 129, Self, SystemCallFilter.Allowed)]
    [InlineData("a signal for another", 62, 129, 1, SystemCallFilter.Refused)]
    [InlineData("a signal for its group", 62, 129, 0, SystemCallFilter.Refused)]
    [InlineData("limits of its own", 302, 261, 0, SystemCallFilter.Allowed)]
    [InlineData("limits of another", 302, 261, 1, SystemCallFilter.Refused)]
    [InlineData("processors of its own thread", 203, 122, 0, SystemCallFilter.Allowed)]
    [InlineData("processors of another", 203, 122, 1, SystemCallFilter.Refused)]
    [InlineData("the name of a thread", 157, 167, 15, SystemCallFilter.Allowed)]
    [InlineData("memory images after a crash", 157, 167, 4, SystemCallFilter.Refused)]
    public void B06_Filter_WhenACallIsGoodOrBadByItsArgument_LooksAtIt(string call, uint x64, uint arm64, uint first, uint answer)
    {
        Assert.Equal((call, answer), (call, Run(X64, x64, first)));
        Assert.Equal((call, answer), (call, Run(Arm64, arm64, first)));
    }

    // The calls of 32 bits, and those of x32, have numbers of their own: read(2) is 3 there, and open(2) is 5.
    [Theory]
    [InlineData(0x4000_0003u, 3)]
    [InlineData(0x4000_0003u, 5)]
    [InlineData(X64, 0x4000_0000u)]
    [InlineData(X64, 0x4000_0002u)]
    public void B06_Filter_WhenACallComesByAnotherTable_RefusesIt(uint architecture, uint number) =>
        Assert.Equal(SystemCallFilter.Refused, Run(SystemCallFilter.Of(SystemCalls.X64, Self), architecture, number, 0));

    private static uint Run(uint architecture, uint number, uint first) =>
        Run(SystemCallFilter.Of(architecture == X64 ? SystemCalls.X64 : SystemCalls.Arm64, Self), architecture, number, first);

    private static uint Run(SystemCallFilter.Step[] steps, uint architecture, uint number, uint first)
    {
        var loaded = 0u;
        for (var at = 0; ; at++)
        {
            var step = steps[at];
            switch (step.Code)
            {
                case 0x20:
                    loaded = step.Value switch { 0 => number, 4 => architecture, 16 => first, _ => throw new Xunit.Sdk.XunitException($"loads {step.Value}") };
                    break;
                case 0x15:
                    at += loaded == step.Value ? step.Yes : step.No;
                    break;
                case 0x45:
                    at += (loaded & step.Value) != 0 ? step.Yes : step.No;
                    break;
                case 0x06:
                    return step.Value;
                default:
                    throw new Xunit.Sdk.XunitException($"step {at} is {step.Code:X}");
            }
        }
    }
}
