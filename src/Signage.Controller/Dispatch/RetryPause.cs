namespace Signage.Controller.Dispatch;

/// <summary>How long to wait before asking a silent card again: 1, 2, 4 … 60 seconds at most, each with full jitter, so that a street of panels does not wake in step.</summary>
/// <param name="random">The jitter.</param>
public sealed class RetryPause(Random random)
{
    private static readonly TimeSpan LongestDoubt = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstDoubt = TimeSpan.FromMinutes(1);

    /// <summary>The longest pause for a card that does not answer.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromSeconds(60);

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

    /// <summary>
    /// How long to wait before a card that took a show and does not show it is sent the same once more: not at all the first time, then 1, 2, 4 … 60 minutes, each
    /// shortened by at most half. What did not help is unlikely to help a minute later, and each time may wear the card's storage.
    /// </summary>
    /// <param name="doubts">How often it was sent again already since what it shows was right.</param>
    public TimeSpan AfterDoubts(int doubts)
    {
        if (doubts == 0)
        {
            return TimeSpan.Zero;
        }

        var most = Math.Min(LongestDoubt.TotalSeconds, FirstDoubt.TotalSeconds * Math.Pow(2, Math.Min(doubts - 1, 10)));
        lock (random)
        {
            return TimeSpan.FromSeconds(most * (1 + random.NextDouble()) / 2);
        }
    }
}
