namespace Signage.Web.Accounts.LogIn;

/// <summary>Lets one at a time do what keeps a processor busy, so that nobody can keep all of them busy. Thread-safe.</summary>
/// <param name="most">How many may wait; whoever is one too many is sent away at once.</param>
/// <param name="clock">The clock of log-in.</param>
internal sealed class LogInTurn(int most, AccountClock clock) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _one = new(1);
    private int _waiting;

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    /// <summary>Waits for the turn; null when it has not come within some seconds, or too many wait.</summary>
    public async Task<IDisposable?> WaitAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Longest, clock.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            if (Interlocked.Increment(ref _waiting) > most)
            {
                return null;
            }

            await _one.WaitAsync(either.Token).ConfigureAwait(false);
            return new Turn(_one);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}

/// <summary>The turns at hashing passwords: however many strangers wait, nobody who is known waits for them. What hashes nothing waits for no turn.</summary>
internal sealed class LogInTurns(AccountClock clock) : IDisposable
{
    private const int MostStrangers = 32;
    private const int MostKnown = 64;

    /// <summary>The turn of browsers that nobody has come in from.</summary>
    public LogInTurn Strangers { get; } = new(MostStrangers, clock);

    /// <summary>The turn of browsers that are known, of people who are in, and of whoever holds a right code.</summary>
    public LogInTurn Known { get; } = new(MostKnown, clock);

    /// <inheritdoc />
    public void Dispose()
    {
        Strangers.Dispose();
        Known.Dispose();
    }
}
