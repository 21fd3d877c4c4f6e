namespace Signage.Web.Accounts.LogIn;

/// <summary>Lets one try be looked at at a time. Thread-safe.</summary>
/// <param name="clock">The clock of log-in.</param>
internal sealed class LogInTurn(AccountClock clock) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _one = new(1);

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    /// <summary>Waits for the turn; null when it has not come within some seconds.</summary>
    public async Task<IDisposable?> WaitAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Longest, clock.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await _one.WaitAsync(either.Token).ConfigureAwait(false);
            return new Turn(_one);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
