using System.Runtime.InteropServices;

namespace Signage.Renderer.Pictures.Worker;

/// <summary>
/// The programme that the kernel runs before each call of this process (seccomp(2), linux/filter.h): a list of comparisons that ends in yes or in an error. It cannot be taken away
/// again, and holds for every thread that is there or will be.
/// </summary>
internal static partial class SystemCallFilter
{
    /// <summary>The call may be made.</summary>
    public const uint Allowed = 0x7FFF_0000;

    /// <summary>The call fails with EPERM, as where rights are missing.</summary>
    public const uint Refused = 0x0005_0000 | 1;

    /// <summary>The call fails with ENOSYS: libraries then use an older one, whose arguments can be looked at.</summary>
    public const uint Unknown = 0x0005_0000 | 38;

    // BPF: load a word, compare, look for a bit, answer.
    private const ushort Load = 0x20;
    private const ushort IfEqual = 0x15;
    private const ushort IfAnyBit = 0x45;
    private const ushort Answer = 0x06;

    // Where they lie in struct seccomp_data. Both architectures keep the lower half of an argument first.
    private const uint Number = 0;
    private const uint Architecture = 4;
    private const uint FirstArgument = 16;

    // clone(2): a thread of this process, and none of the new namespaces.
    private const uint Thread = 0x0001_0000;
    private const uint NewNamespaces = 0x7E02_0000;

    // Whom 0 means where a process or a thread is asked for. A thread of the runtime sets its own processors as it begins, and ends the process where it cannot.
    private const uint Caller = 0;

    // prctl(2): names of threads, and of memory.
    private const uint SetThreadName = 15;
    private const uint SetMemoryName = 0x5356_4D41;

    private const nint SetFilter = 1;
    private const nint AllThreads = 1;

    /// <summary>Makes the programme.</summary>
    /// <param name="calls">What may be called.</param>
    /// <param name="self">The id of the process, whom it may send signals.</param>
    public static Step[] Of(SystemCalls calls, uint self) =>
    [
        new(Load, Architecture), new(IfEqual, calls.Architecture, 1, 0), new(Answer, Refused),
        new(Load, Number),
        .. calls.Free.SelectMany(call => (Step[])[new(IfEqual, call, 0, 1), new(Answer, Allowed)]),
        new(IfEqual, calls.NewThread3, 0, 1), new(Answer, Unknown),
        .. When(calls.NewThread, [new(IfAnyBit, NewNamespaces, 2, 0), new(IfAnyBit, Thread, 0, 1), new(Answer, Allowed)]),
        .. When(calls.ThreadSignal, Being(self)),
        .. When(calls.Signal, Being(self)),
        .. When(calls.Limits, Being(Caller)),
        .. When(calls.Processors, Being(Caller)),
        .. When(calls.Control, [.. Being(SetThreadName), .. Being(SetMemoryName)]),
        new(Answer, Refused),
    ];

    /// <summary>Has the kernel run it from now on, for all threads; false when it refuses.</summary>
    public static unsafe bool TrySet()
    {
        if (SystemCalls.OfThisMachine is not { } calls)
        {
            return false;
        }

        var steps = Of(calls, (uint)Environment.ProcessId);
        fixed (Step* first = steps)
        {
            var programme = new Programme((ushort)steps.Length, first);
            return syscall((nint)calls.Filter, SetFilter, AllThreads, (nint)(&programme)) == 0;
        }
    }

    // The first argument is looked at, and then the call is refused unless one of the steps allowed it.
    private static Step[] When(uint call, Step[] steps) =>
        [new(IfEqual, call, 0, (byte)(steps.Length + 2)), new(Load, FirstArgument), .. steps, new(Answer, Refused)];

    private static Step[] Being(uint value) => [new(IfEqual, value, 0, 1), new(Answer, Allowed)];

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint syscall(nint number, nint first, nint second, nint third);

    /// <summary>One step (struct sock_filter).</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly struct Step(ushort code, uint value, byte yes = 0, byte no = 0)
    {
        /// <summary>What to do.</summary>
        public readonly ushort Code = code;

        /// <summary>Steps to leave out when a comparison holds.</summary>
        public readonly byte Yes = yes;

        /// <summary>Steps to leave out when it does not.</summary>
        public readonly byte No = no;

        /// <summary>With what.</summary>
        public readonly uint Value = value;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly unsafe struct Programme(ushort length, Step* first)
    {
        private readonly ushort _length = length;
        private readonly Step* _first = first;
    }
}
