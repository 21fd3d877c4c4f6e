namespace Signage.Renderer.Pictures.Worker;

/// <summary>Limits the process that it is called in, for good.</summary>
internal static class WorkerLimits
{
    /// <summary>Sets them all. On Linux nothing can be opened afterwards.</summary>
    /// <returns>Null when they hold; else why nothing may be decoded here: this machine cannot, or the process has more memory already than it may.</returns>
    public static WorkerEnd? Set(WorkerWords limits) =>
        OperatingSystem.IsLinux() ? LinuxLimits.Set(limits)
        : OperatingSystem.IsWindows() && WindowsLimits.TrySet(limits) ? null
        : WorkerEnd.Unlimited;
}
