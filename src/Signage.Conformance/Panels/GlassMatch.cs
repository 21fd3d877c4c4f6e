using System.Numerics;
using Signage.Core.Frames;
using Signage.Protocols.Profiles;

namespace Signage.Conformance.Panels;

/// <summary>Holds what is lit against what was sent.</summary>
internal static class GlassMatch
{
    /// <summary>How many pixels, or bits of them, are off.</summary>
    public static int Wrong(PixelFrame seen, PixelFrame wanted, int tolerance)
    {
        if (seen.Size != wanted.Size || seen.Layout != wanted.Layout)
        {
            return wanted.Size.Width * wanted.Size.Height;
        }

        var one = seen.Cells.Span;
        var other = wanted.Cells.Span;
        var wrong = 0;
        for (var at = 0; at < one.Length; at++)
        {
            wrong += seen.Layout != PixelLayout.Rgb ? BitOperations.PopCount((uint)(one[at] ^ other[at])) : Math.Abs(one[at] - other[at]) > tolerance ? 1 : 0;
        }

        return wrong;
    }

    /// <summary>Whether what a card hands back is near enough by the rules of its profile.</summary>
    public static bool IsNear(PixelFrame seen, PixelFrame wanted, ReadBackRules rules) => Wrong(seen, wanted, rules.ChannelTolerance) <= rules.WrongPixels;
}
