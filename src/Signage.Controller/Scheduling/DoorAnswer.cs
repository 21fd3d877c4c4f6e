using Signage.Core.Review;
using Signage.Core.Shows;

namespace Signage.Controller.Scheduling;

/// <summary>What may be lit for a decision.</summary>
/// <param name="Show">The show.</param>
/// <param name="Refusal">Why it is not what may be lit by the policies: the words cannot be drawn, or nobody approved them. Somebody has to act. Null when nothing is in the way.</param>
/// <param name="Ruling">What the policies take away of what is planned, in a line; everything is as it should be. Null when they take nothing.</param>
public sealed record DoorAnswer(Approved<Show> Show, string? Refusal, string? Ruling);
