using Signage.Core.Text;
using SkiaSharp;

namespace Signage.Renderer.Pictures.Worker;

/// <summary>What the end of the process that decodes means, in words.</summary>
internal static class WorkerExit
{
    // .NET tells the signal that ended a process as 128 and its number (signal(7)).
    private const int ProcessorTimeOver = 128 + 24;
    private const int Alarm = 128 + 14;

    // ERROR_NOT_ENOUGH_QUOTA, with which a job object of Windows ends a process that used up its time.
    private const int QuotaOver = 1816;

    // What the runtime, and the C++ library, write when they end a process because there is no memory.
    private static readonly string[] NoMemory = ["Out of memory", "OutOfMemoryException", "bad_alloc", "Cannot allocate memory"];

    /// <summary>Why a process ended that did not end well.</summary>
    /// <param name="code">Its exit code.</param>
    /// <param name="complaints">What it wrote to standard error; it chooses between two kinds of words and is not shown.</param>
    /// <param name="limits">Its limits.</param>
    public static PictureAnswer.Refused Of(int code, string complaints, PictureWorkerLimits limits) => code switch
    {
        ProcessorTimeOver or Alarm or QuotaOver => TooSlow(),
        _ when NoMemory.Any(words => complaints.Contains(words, StringComparison.Ordinal)) => OutOfMemory(limits),
        _ => new PictureAnswer.Refused(PictureEnd.Crashed, Words.PictureCrashed.With(code)),
    };

    /// <summary>It took too long.</summary>
    public static PictureAnswer.Refused TooSlow() => new(PictureEnd.TooSlow, Words.PictureTooSlow);

    /// <summary>It wanted too much memory.</summary>
    public static PictureAnswer.Refused OutOfMemory(PictureWorkerLimits limits) =>
        new(PictureEnd.OutOfMemory, Words.PictureOutOfMemory.With(limits.MemoryBytes / 1024 / 1024));

    /// <summary>The name of a code of the decoder; a number when there is none.</summary>
    public static string NameOf(int code) => $"{(SKCodecResult)code}";
}
