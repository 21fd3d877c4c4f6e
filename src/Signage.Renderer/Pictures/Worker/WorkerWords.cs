using System.Globalization;

namespace Signage.Renderer.Pictures.Worker;

/// <summary>The limits as words on the command line of the process that keeps them.</summary>
/// <param name="MemoryBytes">Memory that it may write to.</param>
/// <param name="ProcessorSeconds">Time of a processor.</param>
/// <param name="Seconds">Time on the wall.</param>
internal sealed record WorkerWords(long MemoryBytes, int ProcessorSeconds, int Seconds)
{
    /// <summary>The words for limits.</summary>
    public static IReadOnlyList<string> Of(PictureWorkerLimits limits) =>
    [
        limits.MemoryBytes.ToString(CultureInfo.InvariantCulture),
        Whole(limits.ProcessorTime).ToString(CultureInfo.InvariantCulture),
        Whole(limits.Deadline).ToString(CultureInfo.InvariantCulture),
    ];

    /// <summary>The limits in words; null when they are none.</summary>
    public static WorkerWords? Read(IReadOnlyList<string> words) =>
        words is [var memory, var processor, var deadline] && long.TryParse(memory, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            && int.TryParse(processor, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && int.TryParse(deadline, NumberStyles.None, CultureInfo.InvariantCulture, out var wall)
            && bytes > 0 && seconds > 0 && wall > 0
                ? new WorkerWords(bytes, seconds, wall)
                : null;

    private static int Whole(TimeSpan time) => (int)Math.Max(1, Math.Ceiling(time.TotalSeconds));
}
