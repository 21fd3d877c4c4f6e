using Signage.Core.Frames;
using Signage.Core.Programmes;

namespace Signage.Core.Shows;

/// <summary>
/// 页: one picture with the way it appears. The picture has the size of the face, but for <see cref="Effect.ContinuousLeft"/>, where it is a
/// strip of any width.
/// </summary>
/// <param name="Picture">What is lit.</param>
/// <param name="Effect">How it appears.</param>
/// <param name="Step">Time for one pixel of movement, a whole number of microseconds, more than zero. Also counts where nothing moves.</param>
/// <param name="Stay">How long it stands once it is there, whole milliseconds. A continuous strip has no use for it.</param>
/// <param name="Repeat">How often the page is played before the next one, at least 1.</param>
public sealed record Page(PixelFrame Picture, Effect Effect, TimeSpan Step, TimeSpan Stay, int Repeat = 1);
