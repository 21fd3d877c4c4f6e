using Signage.Core.Frames;
using Signage.Core.Shows;

namespace Signage.Transports.Streaming;

/// <summary>What is streamed: a loop that began at a stamped moment. Painting reuses one buffer; used by one player.</summary>
/// <param name="loop">The loop.</param>
/// <param name="face">Pixels of the glass.</param>
/// <param name="start">The moment of its beginning.</param>
/// <param name="began">The same moment on the clock of the line.</param>
internal sealed class FrameSource(LoopPlayer loop, PixelSize face, FrameStamp start, long began)
{
    private readonly byte[] _cells = new byte[PixelFrame.LengthOf(face, loop.Layout)];

    /// <summary>The moment of the beginning, as it is stamped.</summary>
    public FrameStamp Start => start;

    /// <summary>The same moment as a timestamp of the line's clock.</summary>
    public long Began => began;

    /// <summary>The picture that left last; null before the first.</summary>
    public PixelFrame? Last { get; private set; }

    /// <summary>The moment of that picture, or of its last repetition.</summary>
    public TimeSpan LastAt { get; private set; }

    /// <summary>A picture left.</summary>
    public void Left(PixelFrame picture, TimeSpan moment) => (Last, LastAt) = (picture, moment);

    /// <summary>The picture for a time since the beginning; <see cref="Last"/> itself when nothing changed.</summary>
    /// <param name="time">Rounded to whole units of a stamp.</param>
    public PixelFrame Paint(TimeSpan time)
    {
        loop.PaintAt(time, _cells);
        return Last is { } before && before.Cells.Span.SequenceEqual(_cells)
            ? before
            : PixelFrame.Create(face, loop.Layout, _cells, static (cells, painted) => painted.CopyTo(cells));
    }

    /// <summary>Until when the picture of a time stands still.</summary>
    public TimeSpan SteadyUntil(TimeSpan time) => loop.SteadyUntil(time);
}
