namespace Signage.Web.Accounts;

/// <summary>The clock of log-in: real time, never the clock of a site that is stepped. One-time codes are made elsewhere, by a telephone that knows no other.</summary>
/// <param name="Time">The clock.</param>
internal sealed record AccountClock(TimeProvider Time)
{
    private static readonly TimeSpan Last = TimeSpan.FromSeconds(3);

    /// <summary>Now, in UTC.</summary>
    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>The time in which a part of the program that ends writes down what it still knows; the caller disposes it.</summary>
    public CancellationTokenSource LastMoments() => new(Last, Time);
}
