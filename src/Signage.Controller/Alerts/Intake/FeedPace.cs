using Signage.Controller.Health;

namespace Signage.Controller.Alerts.Intake;

/// <summary>How feeds keep time.</summary>
/// <param name="LineTime">The real clock of waiting.</param>
/// <param name="Jitter">Keeps the sites of a city from asking in step.</param>
/// <param name="Pulses">Heartbeats.</param>
internal sealed record FeedPace(TimeProvider LineTime, Random Jitter, Pulses Pulses)
{
    // Four times as long at the most: who was away must be heard again soon.
    private const int MostDoublings = 2;

    /// <summary>The pause before the next question: up to a tenth longer or shorter than usual, and longer after each failure in a row, to four times.</summary>
    /// <param name="usual">How often a feed is asked that answers.</param>
    /// <param name="failures">How often in a row it has failed.</param>
    public TimeSpan After(TimeSpan usual, int failures) => usual * (1 << Math.Min(failures, MostDoublings)) * (0.9 + (0.2 * Jitter.NextDouble()));
}
