using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Signage.Renderer.Pictures.Worker;

/// <summary>
/// Limits of Windows: a job object that the process puts itself into (winnt.h, JOBOBJECT_EXTENDED_LIMIT_INFORMATION). It bounds committed memory and processor time, allows no
/// second process and shows no dialogue after a crash. The handle is never closed: the job lives and ends with the process.
/// </summary>
internal static partial class WindowsLimits
{
    private const int ExtendedLimits = 9;
    private const uint ProcessTime = 0x2;
    private const uint ActiveProcesses = 0x8;
    private const uint ProcessMemory = 0x100;
    private const uint DieOnUnhandledException = 0x400;
    private const uint KillOnJobClose = 0x2000;

    /// <summary>Sets them all; false when one of them was refused.</summary>
    [SupportedOSPlatform("windows")]
    public static bool TrySet(WorkerWords limits)
    {
        var job = CreateJobObjectW(0, 0);
        var wanted = new Extended
        {
            Basic = new Basic
            {
                PerProcessUserTimeLimit = TimeSpan.FromSeconds(limits.ProcessorSeconds).Ticks,
                LimitFlags = ProcessTime | ActiveProcesses | ProcessMemory | DieOnUnhandledException | KillOnJobClose,
                ActiveProcessLimit = 1,
            },
            ProcessMemoryLimit = (nuint)limits.MemoryBytes,
        };
        using var self = Process.GetCurrentProcess();
        return job != 0 && SetInformationJobObject(job, ExtendedLimits, wanted, Marshal.SizeOf<Extended>()) && AssignProcessToJobObject(job, self.Handle);
    }

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial nint CreateJobObjectW(nint attributes, nint name);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetInformationJobObject(nint job, int kind, in Extended limits, int length);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool AssignProcessToJobObject(nint job, nint process);

    /// <summary>JOBOBJECT_BASIC_LIMIT_INFORMATION.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Basic
    {
        public long PerProcessUserTimeLimit;
        public long PerJobUserTimeLimit;
        public uint LimitFlags;
        public nuint MinimumWorkingSetSize;
        public nuint MaximumWorkingSetSize;
        public uint ActiveProcessLimit;
        public nuint Affinity;
        public uint PriorityClass;
        public uint SchedulingClass;
    }

    /// <summary>JOBOBJECT_EXTENDED_LIMIT_INFORMATION.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Extended
    {
        public Basic Basic;
        public ulong ReadOperationCount;
        public ulong WriteOperationCount;
        public ulong OtherOperationCount;
        public ulong ReadTransferCount;
        public ulong WriteTransferCount;
        public ulong OtherTransferCount;
        public nuint ProcessMemoryLimit;
        public nuint JobMemoryLimit;
        public nuint PeakProcessMemoryUsed;
        public nuint PeakJobMemoryUsed;
    }
}
