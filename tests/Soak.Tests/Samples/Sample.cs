using System.Globalization;

namespace Soak.Tests.Samples;

/// <summary>What the process holds at one moment, after everything that nobody holds any more was collected.</summary>
/// <param name="At">Real time since the soak began.</param>
/// <param name="SiteTime">The time of the site.</param>
/// <param name="Heap">Live bytes of the managed heap.</param>
/// <param name="Handles">Open handles; on Linux the descriptors of <c>/proc/self/fd</c>.</param>
/// <param name="Threads">Threads of the process.</param>
/// <param name="WorkingSet">Bytes of memory that the process occupies. Told, and not judged: the system decides when it is given back.</param>
internal sealed record Sample(TimeSpan At, DateTimeOffset SiteTime, long Heap, int Handles, int Threads, long WorkingSet)
{
    /// <summary>The heading above rows.</summary>
    public const string Heading = "  real s  site time              heap MB  handles  threads  working set MB";

    /// <summary>One row of the table.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{At.TotalSeconds,8:0}  {SiteTime:yyyy-MM-dd HH:mm:ss}  {Heap / 1e6,9:0.000}  {Handles,7}  {Threads,7}  {WorkingSet / 1e6,14:0.0}");
}
