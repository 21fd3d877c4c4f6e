using Signage.Core.Frames;

namespace Signage.Controller.Dispatch.ReadBack;

/// <summary>What a card handed back last, and what came of comparing it. Immutable.</summary>
/// <param name="At">When it came, site time.</param>
/// <param name="Picture">What it says it lights.</param>
/// <param name="WrongPixels">Pixels that are off, against the most similar moment of the desired show; 0 or more.</param>
/// <param name="DiffersSince">Since when it differs without a break, site time; null while it matches.</param>
public sealed record PixelEvidence(DateTimeOffset At, PixelFrame Picture, int WrongPixels, DateTimeOffset? DiffersSince);
