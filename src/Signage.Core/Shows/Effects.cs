using Signage.Core.Frames;

namespace Signage.Core.Shows;

/// <summary>
/// What a loop of pages looks like at a moment: the definition of every effect, frame by frame. Pure. With k = whole steps since the page (or
/// its repetition) started, W and H the glass:
/// <list type="bullet">
/// <item>Static: the picture, for its stay (at least 1 ms).</item>
/// <item>Move left: the picture's left edge stands at column W-k while k is below W (k = 0 is dark), then at 0 for the stay.</item>
/// <item>Move up: the picture's top edge stands at row H-k while k is below H, then at 0 for the stay.</item>
/// <item>Continuous left: column c shows column (c+k) mod S of a strip S wide; one round is S steps. Strips in a row are one strip.</item>
/// <item>Blink: lit for 32 steps, dark for 32 steps, in whole pairs until the stay is over, at least one pair.</item>
/// </list>
/// Each page is played as often as its repeat says; after the last one the loop starts again.
/// </summary>
public static class Effects
{
    /// <summary>The picture on the glass.</summary>
    /// <param name="pages">The loop.</param>
    /// <param name="face">Pixels of the glass.</param>
    /// <param name="t">Time since the loop started, zero or more.</param>
    /// <remarks>For many moments of one loop, keep a <see cref="LoopPlayer"/>.</remarks>
    public static PixelFrame FrameAt(IReadOnlyList<Page> pages, PixelSize face, TimeSpan t) => new LoopPlayer(pages, face).FrameAt(t);
}
