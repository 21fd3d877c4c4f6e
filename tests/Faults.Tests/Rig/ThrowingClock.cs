namespace Faults.Tests.Rig;

/// <summary>A clock that fails once when it is told to, as a bug in whoever asks it would, and lets its timers tick out of turn.</summary>
/// <param name="clock">The clock.</param>
internal sealed class ThrowingClock(TimeProvider clock) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Action> _beats = [];
    private int _armed;

    /// <summary>True until it has failed.</summary>
    public bool IsArmed => Volatile.Read(ref _armed) != 0;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    /// <summary>Whoever asks next gets an exception.</summary>
    public void ThrowNext() => Volatile.Write(ref _armed, 1);

    public override DateTimeOffset GetUtcNow() => Interlocked.Exchange(ref _armed, 0) == 0
        ? clock.GetUtcNow()
        : throw new InvalidOperationException("scripted failure of the clock");

    public override long GetTimestamp() => clock.GetTimestamp();

    /// <summary>Every timer that repeats ticks once more, and no time passes: the watchdog looks now.</summary>
    public void Tick()
    {
        Action[] beats;
        lock (_lock)
        {
            beats = [.. _beats];
        }

        foreach (var beat in beats)
        {
            beat();
        }
    }

    /// <summary>Forgets the timers of a site that has ended.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _beats.Clear();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period > TimeSpan.Zero)
        {
            lock (_lock)
            {
                _beats.Add(() => callback(state));
            }
        }

        return clock.CreateTimer(callback, state, dueTime, period);
    }
}
