using Microsoft.Extensions.Time.Testing;

namespace Signage.Transports.Tests;

/// <summary>Lets time pass as long as somebody waits for it: a deadline that nobody has set yet cannot be stepped over.</summary>
internal static class SteppedTime
{
    /// <summary>Moves the clock until the task has ended, however it ends. Begin only when nothing but this clock can end it.</summary>
    public static async Task AdvanceUntilDoneAsync(this Task task, FakeTimeProvider time)
    {
        while (!task.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }
}
