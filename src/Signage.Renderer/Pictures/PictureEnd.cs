namespace Signage.Renderer.Pictures;

/// <summary>How a picture ended that was not taken.</summary>
public enum PictureEnd
{
    /// <summary>Its head, or the decoder, says why.</summary>
    Refused,

    /// <summary>The process was killed at its deadline, or had used up its time of the processor.</summary>
    TooSlow,

    /// <summary>The process would have taken more memory than it may.</summary>
    OutOfMemory,

    /// <summary>The process broke.</summary>
    Crashed,

    /// <summary>The process answered something else than the picture that the head promised.</summary>
    Nonsense,

    /// <summary>Too many others waited.</summary>
    Busy,

    /// <summary>There is no process, or this machine cannot limit it.</summary>
    NoWorker,
}
