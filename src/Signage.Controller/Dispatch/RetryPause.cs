namespace Signage.Controller.Dispatch;

/// <summary>How long to wait before asking a silent card again: 1, 2, 4 … 60 seconds at most, each with full jitter, so that a street of panels does not wake in step.</summary>
/// <param name="random">The jitter.</param>
public sealed class RetryPause(Random random)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>How long a card that refused for good is left alone before the same is tried once more.</summary>
    public static TimeSpan AfterRefusal => Longest;

    /// <summary>The pause after a number of failures in a row, at least one.</summary>
    public TimeSpan After(int failures)
    {
        var most = Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(failures - 1, 10)));
        lock (random)
        {
            return TimeSpan.FromSeconds(Math.Max(0.05, most * random.NextDouble()));
        }
    }
}
