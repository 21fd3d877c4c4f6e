namespace Signage.Renderer.Pictures.Worker;

/// <summary>Limits the process that it is called in, for good.</summary>
internal static class WorkerLimits
{
    /// <summary>Sets them all; false when this machine cannot, and then nothing may be decoded here.</summary>
    public static bool TrySet(WorkerWords limits) =>
        OperatingSystem.IsLinux() ? LinuxLimits.TrySet(limits)
        : OperatingSystem.IsWindows() && WindowsLimits.TrySet(limits);
}
