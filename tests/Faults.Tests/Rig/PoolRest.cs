namespace Faults.Tests.Rig;

/// <summary>
/// Whether the thread pool of this process has nothing to do. Whoever was woken by a clock of the test goes on there; a clock that goes on before they had
/// their turn tells them that they slept. How long a turn takes is up to the machine, so it is asked and not guessed.
/// </summary>
internal static class PoolRest
{
    // A file that is being read or another test keep the pool at work too: they are not waited for without end.
    private static readonly TimeSpan AtMost = TimeSpan.FromMilliseconds(100);

    private static bool IsAtRest
    {
        get
        {
            ThreadPool.GetMaxThreads(out var all, out _);
            ThreadPool.GetAvailableThreads(out var free, out _);
            return ThreadPool.PendingWorkItemCount == 0 && all - free <= (Thread.CurrentThread.IsThreadPoolThread ? 1 : 0);
        }
    }

    /// <summary>Gives way to the pool until it is at rest, a tenth of a second at the most. It does not await: its own turn would be one more.</summary>
    public static void GiveWay() => SpinWait.SpinUntil(() => IsAtRest, AtMost);
}
