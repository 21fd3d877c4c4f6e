using Signage.Core.Panels;
using Signage.Core.Review;
using Signage.Core.Shows;

namespace Signage.Controller.Dispatch;

/// <summary>What a panel is to light, and how brightly: both together, so that a show of the night is never lit as brightly as the day.</summary>
/// <param name="Show">The approved show.</param>
/// <param name="BrightnessPercent">1 to 100; null leaves the brightness of the card alone.</param>
public sealed record PanelOrder(Approved<Show> Show, int? BrightnessPercent)
{
    /// <summary>When the card is to darken the panel by itself; null leaves its timer alone.</summary>
    public CardTimer? Timer { get; init; }
}

/// <summary>What the worker of a panel was given last.</summary>
/// <param name="Show">The show.</param>
/// <param name="BrightnessPercent">1 to 100; null where the brightness of the card is left alone.</param>
/// <param name="Timer">When the card darkens the panel by itself; null where its timer is left alone.</param>
public readonly record struct PanelHolding(ShowDigest Show, int? BrightnessPercent, CardTimer? Timer = null);
