namespace EndToEnd.Tests;

/// <summary>Waits for what another process does.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    public static async Task UntilAsync(Func<bool> seen, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        var started = TimeProvider.System.GetTimestamp();
        while (!seen())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, "what was waited for did not come");
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }
}
