namespace Faults.Tests.Rig;

/// <summary>A clock that fails once when it is told to, as a bug in whoever asks it would.</summary>
/// <param name="clock">The clock.</param>
internal sealed class ThrowingClock(TimeProvider clock) : TimeProvider
{
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

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
