using Signage.Core.Frames;
using Signage.Core.Programmes;

namespace Signage.Simulator.Playing;

/// <summary>A page as a card holds it: no wider than its area, pixels in the card's own memory, a colour for each.</summary>
/// <param name="Pixels">Colours, row by row, <c>Width * Height</c> of them.</param>
/// <param name="Width">Pixels across; for a moving strip only the lit width counts.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Effect">What the card's effect number means.</param>
/// <param name="Step">Time for one pixel of movement.</param>
/// <param name="Stay">How long it stands.</param>
/// <param name="Repeat">How often it is played.</param>
internal sealed record CardPage(LedColour[] Pixels, int Width, int Height, Effect Effect, TimeSpan Step, TimeSpan Stay, int Repeat)
{
    /// <summary>The light of one pixel.</summary>
    public LedColour At(int x, int y) => Pixels[(y * Width) + x];

    /// <summary>Whether the next page moves on as part of this one.</summary>
    public bool ContinuesWith(CardPage next) =>
        Effect == Effect.ContinuousLeft && next.Effect == Effect.ContinuousLeft && Step == next.Step && Stay == next.Stay && Repeat == next.Repeat;
}
