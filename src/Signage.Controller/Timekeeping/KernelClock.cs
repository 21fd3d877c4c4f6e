using System.Runtime.InteropServices;

namespace Signage.Controller.Timekeeping;

/// <summary>
/// Asks the kernel of Linux how its clock is kept: <c>adjtimex(2)</c> with nothing to change, which needs no privilege and is what every time service reports to.
/// </summary>
public static partial class KernelClock
{
    // <sys/timex.h>: the answer of a clock that no time service keeps; the flag of offsets in nanoseconds.
    private const int TimeError = 5;
    private const int StatusNanoseconds = 0x2000;

    /// <summary>What it says; null where there is no such question, or where it is refused.</summary>
    public static ClockReport? Read()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return null;
        }

        var time = default(Timex);
        var state = Adjtimex(ref time);
        if (state < 0)
        {
            return null;
        }

        // A tick is 100 ns; offsets are microseconds unless the flag says otherwise.
        var ticks = (time.Status & StatusNanoseconds) != 0 ? time.Offset / 100 : Math.Clamp(time.Offset, -int.MaxValue, int.MaxValue) * 10;
        return new ClockReport(state != TimeError, TimeSpan.FromTicks(ticks));
    }

    [LibraryImport("libc", EntryPoint = "adjtimex")]
    private static partial int Adjtimex(ref Timex time);

    // struct timex of 64-bit Linux: 208 bytes, of which only these are read. A mode of 0 changes nothing.
    [StructLayout(LayoutKind.Explicit, Size = 208)]
    private struct Timex
    {
        [FieldOffset(0)]
        public uint Modes;

        [FieldOffset(8)]
        public long Offset;

        [FieldOffset(40)]
        public int Status;
    }
}
