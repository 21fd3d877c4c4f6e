using Signage.Core.Frames;
using Signage.Core.Programmes;

namespace Signage.Core.Shows;

/// <summary>How long one round of each effect takes.</summary>
internal static class EffectTiming
{
    /// <summary>Steps for which a blinking page is lit, and then dark: slow enough to read between.</summary>
    public const int BlinkSteps = 32;

    private static readonly TimeSpan ShortestStay = TimeSpan.FromMilliseconds(1);

    /// <summary>The time of one round of a page; its repeat is not counted.</summary>
    public static TimeSpan Round(Page page, PixelSize face) => page.Effect switch
    {
        Effect.MoveLeft => (page.Step * face.Width) + page.Stay,
        Effect.MoveUp => (page.Step * face.Height) + page.Stay,
        Effect.ContinuousLeft => page.Step * page.Picture.Size.Width,
        Effect.Blink => BlinkPairs(page) * (page.Step * (2 * BlinkSteps)),
        _ => page.Stay > ShortestStay ? page.Stay : ShortestStay,
    };

    private static long BlinkPairs(Page page)
    {
        var pair = page.Step.Ticks * 2 * BlinkSteps;
        return Math.Max(1, (page.Stay.Ticks + pair - 1) / pair);
    }
}
