namespace Signage.Renderer.Pictures;

/// <summary>What one process that decodes one picture may take, and how many there may be.</summary>
public sealed record PictureWorkerLimits
{
    /// <summary>Memory that the process may write to, all of it, the runtime's own included; 320 MiB. The largest picture within the bounds takes less (docs/pictures-in.md).</summary>
    public long MemoryBytes { get; init; } = 320L * 1024 * 1024;

    /// <summary>Time of a processor, in whole seconds; 10 s.</summary>
    public TimeSpan ProcessorTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time from the start of the process to the last pixel; then it is killed with its children. In whole seconds; 20 s.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Processes at once; 2.</summary>
    public int AtOnce { get; init; } = 2;

    /// <summary>Pictures that may wait for one of them; 16. The next is turned away.</summary>
    public int MostWaiting { get; init; } = 16;

    /// <summary>How long a picture waits before it is turned away; 60 s.</summary>
    public TimeSpan WaitAtMost { get; init; } = TimeSpan.FromSeconds(60);
}
