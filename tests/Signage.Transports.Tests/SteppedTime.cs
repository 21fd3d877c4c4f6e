using Microsoft.Extensions.Time.Testing;

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
}
