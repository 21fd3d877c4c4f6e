using Signage.Renderer.Pictures;
using Signage.Renderer.Pictures.Worker;

namespace EndToEnd.Tests.Pictures;

/// <summary>The built command as the process that decodes.</summary>
internal static class RealWorker
{
    // Other work may hold both processors of this machine; no test is about how quick the process is.
    public static PictureWorkerLimits Patient { get; } = new() { Deadline = TimeSpan.FromMinutes(2), ProcessorTime = TimeSpan.FromSeconds(60) };

    public static PictureWorkerProgram Program { get; } = new("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "signage.dll"), PictureWorkerProgram.Verb]);

    public static PictureDoor Door(PictureWorkerLimits? limits = null) => new(Program, limits ?? Patient, TimeProvider.System);

    /// <summary>A process that is asked again and again, which the door never does: thousands of pictures meet the decoder in it.</summary>
    public static WorkerProcess Start(PictureWorkerLimits? limits = null) => WorkerProcess.Start(Program, limits ?? Patient, TimeProvider.System);

    /// <summary>Asks as the door does: the head first, and nothing else if that is refused.</summary>
    public static async Task<PictureAnswer?> AskAsync(WorkerProcess worker, byte[] file, CancellationToken cancellationToken) => PictureHead.Read(file) switch
    {
        HeadAnswer.Sound sound => await worker.AskAsync(file, sound.Head, isLast: false, cancellationToken),
        HeadAnswer.Refused refused => new PictureAnswer.Refused(PictureEnd.Refused, refused.Reason),
        _ => null,
    };
}
