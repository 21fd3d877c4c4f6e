namespace Signage.Core.Programmes;

/// <summary>
/// 特技: how a page appears on the glass. Canonical, for every vendor; a profile maps it to the card's own number. The numbers are part of
/// the show digest and never change. What each one does, frame by frame, is written at <c>Signage.Core.Shows.Effects</c>.
/// </summary>
public enum Effect
{
    /// <summary>静止显示: there at once, stays.</summary>
    Static = 1,

    /// <summary>向左移动: comes in from the right edge pixel by pixel, then stays. Page by page.</summary>
    MoveLeft = 2,

    /// <summary>向左连移: an endless strip; its end is followed by its beginning without a gap. Not the same as <see cref="MoveLeft"/>.</summary>
    ContinuousLeft = 3,

    /// <summary>向上移动: comes in from the bottom edge pixel by pixel, then stays.</summary>
    MoveUp = 4,

    /// <summary>闪烁: lit and dark in turn.</summary>
    Blink = 5,
}
