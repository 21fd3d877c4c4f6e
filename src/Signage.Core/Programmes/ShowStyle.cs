using Signage.Core.Frames;

namespace Signage.Core.Programmes;

/// <summary>How the author wants an item shown. What is null is chosen by the renderer for the face at hand.</summary>
/// <param name="Effect">The effect; null lets the layout decide (static when it fits; when it does not, continuous left, or static pages where the card has no strip).</param>
/// <param name="Step">Time for one pixel of movement; null takes the card's default.</param>
/// <param name="Stay">How long a page stands; null takes the default of 5 seconds.</param>
public sealed record ShowStyle(Effect? Effect = null, TimeSpan? Step = null, TimeSpan? Stay = null)
{
    /// <summary>The colour of the words, as far as the face makes it; null takes red, the colour of a charity slogan.</summary>
    public LedColour? Colour { get; init; }

    /// <summary>Everything chosen by the renderer.</summary>
    public static ShowStyle Automatic { get; } = new();
}
