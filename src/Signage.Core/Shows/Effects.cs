using Signage.Core.Frames;

namespace Signage.Core.Shows;

/// <summary>What a loop of pages looks like at a moment: the definition of every effect, frame by frame. Pure.</summary>
public static class Effects
{
    /// <summary>The picture on the glass.</summary>
    /// <param name="pages">The loop.</param>
    /// <param name="face">Pixels of the glass.</param>
    /// <param name="t">Time since the loop started; the loop starts again at its end.</param>
    public static PixelFrame FrameAt(IReadOnlyList<Page> pages, PixelSize face, TimeSpan t) => throw new NotImplementedException();
}
