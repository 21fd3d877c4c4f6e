namespace Signage.Testing.Clocks;

/// <summary>
/// Whether the thread pool of this process has nothing to do. Whoever was woken by a clock of the test goes on there; a clock that goes on before they had
/// their turn tells them that they slept. How long a turn takes is up to the machine, so it is asked and not guessed.
/// </summary>
public static class PoolRest
{
    private static bool IsAtRest
    {
        get
        {
            ThreadPool.GetMaxThreads(out var all, out _);
            ThreadPool.GetAvailableThreads(out var free, out _);
            return ThreadPool.PendingWorkItemCount == 0 && free == all;
        }
    }

    /// <summary>Gives way to the pool until it is at rest. It waits on a thread of its own: one of the pool's would itself be at work, and not there for others.</summary>
    /// <param name="atMost">How long: a file that is being read, or another test, keeps the pool at work too.</param>
    public static Task GiveWayAsync(TimeSpan atMost) =>
        Task.Factory.StartNew(
            () => SpinWait.SpinUntil(() => IsAtRest, atMost),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
}
