namespace Signage.Transports.Tests;

/// <summary>Waits for what threads of others bring about, and gives up instead of hanging a whole suite.</summary>
internal static class Patience
{
    // Far more than anything here takes, on however busy a machine.
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    /// <summary>Looks again and again until something holds.</summary>
    /// <param name="holds">Looks at it.</param>
    /// <param name="tells">What there is instead, for the message.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="TimeoutException">It did not hold within a minute.</exception>
    public static async Task UntilAsync(Func<bool> holds, Func<object> tells, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource(Most);
        while (!holds())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (end.IsCancellationRequested)
            {
                throw new TimeoutException($"Waited {Most.TotalSeconds} s; at the end there was {tells()}.");
            }

            await Task.Yield();
        }
    }
}
