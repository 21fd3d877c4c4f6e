using Microsoft.Extensions.Time.Testing;

namespace Signage.Testing.Clocks;

/// <summary>A clock in the hands of a test that knows who still waits for it: whoever was woken is at rest again when as many wait as before.</summary>
public sealed class StepTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private int _waiting;
    private int _fails;

    /// <summary>How many wait for a moment to come.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>The next reading of the clock throws, as a bug at that place would.</summary>
    public void FailNext() => Volatile.Write(ref _fails, 1);

    /// <inheritdoc/>
    public override long GetTimestamp() =>
        Interlocked.Exchange(ref _fails, 0) == 0 ? base.GetTimestamp() : throw new InvalidOperationException("scripted failure of the clock");

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var waiter = new Waiter(this);
        waiter.Inner = base.CreateTimer(
            given =>
            {
                waiter.Fires();
                callback(given);
            },
            state,
            dueTime,
            period);

        // Only now: whoever counted it before, and moved the clock, would move it before the timer knew from when on it counts.
        waiter.Begins(dueTime);
        return waiter;
    }

    private sealed class Waiter(StepTime time) : ITimer
    {
        private int _waits;
        private int _firedAtOnce;

        public ITimer Inner { get; set; } = null!;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Ends();
            var changed = Inner.Change(dueTime, period);
            Begins(dueTime);
            return changed;
        }

        public void Ends()
        {
            if (Interlocked.Exchange(ref _waits, 0) == 1)
            {
                Interlocked.Decrement(ref time._waiting);
            }
        }

        public void Fires()
        {
            if (Interlocked.Exchange(ref _waits, 0) == 1)
            {
                Interlocked.Decrement(ref time._waiting);
            }
            else
            {
                Volatile.Write(ref _firedAtOnce, 1);
            }
        }

        public void Dispose()
        {
            Ends();
            Inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Ends();
            return Inner.DisposeAsync();
        }

        public void Begins(TimeSpan due)
        {
            if (due != Timeout.InfiniteTimeSpan && Interlocked.Exchange(ref _firedAtOnce, 0) == 0 && Interlocked.Exchange(ref _waits, 1) == 0)
            {
                Interlocked.Increment(ref time._waiting);
            }
        }
    }
}
