namespace Signage.Renderer.Pictures;

/// <summary>How large a picture from outside may be. All of it is checked on the head, before anything is decoded.</summary>
public static class PictureBounds
{
    /// <summary>Most bytes of a file.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Most pixels of a side.</summary>
    public const int MostSide = 4_096;

    /// <summary>Most pixels of a picture.</summary>
    public const long MostPixels = 16_000_000;

    /// <summary>How many times longer than the other a side may be: a line of 16 rows over the whole of the longest side.</summary>
    public const int MostAspect = 256;

    /// <summary>Most pictures of an animation.</summary>
    public const int MostFrames = 200;

    /// <summary>Most pixels of all pictures of an animation together.</summary>
    public const long MostFramePixels = 64_000_000;

    /// <summary>Most passes of a progressive JPEG; each costs a walk over the whole picture, and encoders make about ten.</summary>
    public const int MostScans = 64;

    /// <summary>
    /// Most bytes of the PNG that is drawn anew, 32 MiB: photographs of twelve million pixels come to 15 to 25, noise would come to 64. It is what the process that drives
    /// panels holds for a picture.
    /// </summary>
    public const int MostCleanBytes = 32 * 1024 * 1024;

    /// <summary>How many times as large as the first picture of a GIF its canvas may be.</summary>
    public const int MostCanvas = 64;

    /// <summary>Most chunks, segments or blocks of a file.</summary>
    public const int MostParts = 4_096;
}
