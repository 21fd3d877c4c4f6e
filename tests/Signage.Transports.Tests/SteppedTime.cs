using Microsoft.Extensions.Time.Testing;
using Signage.Testing.Clocks;

namespace Signage.Transports.Tests;

/// <summary>Lets time pass as long as somebody waits for it: a deadline that nobody has set yet cannot be stepped over.</summary>
internal static class SteppedTime
{
    /// <summary>Moves the clock until the task has ended, however it ends. Begin only when nothing but this clock can end it.</summary>
    public static Task AdvanceUntilDoneAsync(this Task task, FakeTimeProvider time)
    {
        return Patience.UntilAsync(IsDone, () => $"a task that does not end, at {time.GetUtcNow():O}", CancellationToken.None);

        bool IsDone()
        {
            if (task.IsCompleted)
            {
                return true;
            }

            time.Advance(TimeSpan.FromMilliseconds(100));
            return false;
        }
    }

    /// <summary>
    /// The same, but whoever a step wakes comes to rest before the next one: for a task that the clock leads to something with a deadline on that very clock,
    /// which a machine at work must not seem to miss.
    /// </summary>
    public static async Task AdvanceInRestUntilDoneAsync(this Task task, FakeTimeProvider time)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!task.IsCompleted)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(60), $"a task that does not end, at {time.GetUtcNow():O}");
            time.Advance(TimeSpan.FromMilliseconds(100));
            await PoolRest.GiveWayAsync(TimeSpan.FromMilliseconds(100));
        }
    }
}
